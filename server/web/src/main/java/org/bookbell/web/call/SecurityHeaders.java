package org.bookbell.web.call;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.bookbell.web.Endpoint;

/** What every answer tells a browser: load nothing but our own files, keep nothing, tell no other site. */
@Provider
@Endpoint
public class SecurityHeaders implements ContainerResponseFilter {

    /** The header that says from where a page may load. */
    public static final String POLICY = "Content-Security-Policy";

    private static final String REFERRER = "Referrer-Policy";

    private static final String USUAL = policy("");

    private final boolean secure;

    @Inject
    SecurityHeaders(PublicUrl publicUrl) {
        this.secure = publicUrl.isSecure();
    }

    /** That a page loads our own files, and scripts, frames and styles of these origins. */
    public static String policy(String origins) {
        var more = origins.isEmpty() ? "" : " " + origins;
        return "default-src 'none'; script-src 'self'" + more + "; style-src 'self'" + more
                + "; img-src 'self' data:; connect-src 'self'" + more + (more.isEmpty() ? "" : "; frame-src" + more)
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        complete(headers::containsKey, headers::putSingle);
    }

    /** The same for an answer that no route gives. */
    public void complete(HttpServletResponse answer) {
        complete(answer::containsHeader, answer::setHeader);
    }

    private void complete(Predicate<String> has, BiConsumer<String, String> set) {
        if (!has.test(POLICY)) {
            set.accept(POLICY, USUAL);
        }
        set.accept("X-Content-Type-Options", "nosniff");
        if (!has.test(REFERRER)) {
            set.accept(REFERRER, "same-origin");
        }
        set.accept("Cross-Origin-Opener-Policy", "same-origin");
        set.accept("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if (!has.test(HttpHeaders.CACHE_CONTROL)) {
            set.accept(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (secure) {
            set.accept("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
