package org.bookbell.web.call;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address under which people reach this server, as it was configured. */
@Dependent
public class PublicUrl {

    private final String root;

    @Inject
    public PublicUrl(
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String configured) {
        this.root = configured.replaceFirst("/+$", "");
    }

    /** The absolute address of {@code path}, which begins with a slash. */
    public String of(String path) {
        return root + path;
    }

    /** Whether it is reached by https, so that cookies may insist on it. */
    public boolean isSecure() {
        return root.startsWith("https:");
    }

    /** Scheme, host and port, as a browser writes them in {@code Origin}. */
    public String origin() {
        var url = URI.create(root);
        return url.getScheme() + "://" + url.getAuthority();
    }
}
