package org.bookbell.web.call;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address a request comes from: of a trusted proxy's word only what the proxy itself added. */
@Dependent
public class ClientAddress {

    private final Set<String> trusted;

    /** Payara injects no optional list, so the list is read from one text. */
    @Inject
    public ClientAddress(@ConfigProperty(name = "bookbell.trustedProxies", defaultValue = "none") String trusted) {
        this.trusted = Set.copyOf(List.of(trusted.strip().split("\\s*,\\s*", -1)));
    }

    /** The last address in {@code X-Forwarded-For} that is no trusted proxy's, if a trusted proxy sends the request. */
    public String of(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null) {
            return address;
        }
        var hops = List.of(forwarded.split(",", -1));
        for (var i = hops.size() - 1; i >= 0 && trusted.contains(address); i--) {
            address = hops.get(i).strip();
        }
        return address;
    }
}
