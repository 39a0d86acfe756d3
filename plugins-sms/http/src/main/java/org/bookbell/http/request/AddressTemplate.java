package org.bookbell.http.request;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.http.rule.Template;
import org.bookbell.http.rule.Values;
import org.bookbell.http.rule.WrongRule;
import org.bookbell.http.wire.Target;

/** An address with placeholders behind its host. */
public final class AddressTemplate {

    private static final Pattern ADDRESS = Pattern.compile("(https?://[^/?#]+)([/?][^#]*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~%!$&'()*+,;:@/?={}-]*");
    private static final int LAST_PORT = 65_535;

    private final Target target;
    private final Template path;

    private AddressTemplate(Target target, Template path) {
        this.target = target;
        this.path = path;
    }

    /**
     * Reads an address.
     *
     * @param allowed the placeholders that it may hold
     */
    public static AddressTemplate parse(String address, Set<Placeholder> allowed) {
        var parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            throw new WrongRule("must begin with https:// or http:// and a host, and have no # in it.");
        }
        var path = parts.group(2) == null ? "/" : parts.group(2);
        if (!LITERAL.matcher(path).matches()) {
            throw new WrongRule(
                    "holds characters that addresses must not; percent-encode them, such as %20 for a space.");
        }
        return new AddressTemplate(
                target(parts.group(1)), Template.parse(path.startsWith("?") ? "/" + path : path, allowed));
    }

    private static Target target(String authority) {
        if (authority.contains("@")) {
            throw new WrongRule("holds a password; set user name and secret instead.");
        }
        try {
            var uri = URI.create(authority);
            if (uri.getHost() == null || uri.getPort() > LAST_PORT || uri.getPort() == 0) {
                throw new WrongRule("names no host that can be connected to, or a placeholder in place of one.");
            }
            return Target.of(uri);
        } catch (IllegalArgumentException wrong) {
            throw new WrongRule("names no host that can be connected to, or a placeholder in place of one.");
        }
    }

    public Target target() {
        return target;
    }

    public Set<Placeholder> placeholders() {
        return path.placeholders();
    }

    /** What follows the host, percent-encoded. */
    public String fill(Values values) {
        return path.fill(values, Escapes::url);
    }
}
