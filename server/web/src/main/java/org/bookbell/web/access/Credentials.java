package org.bookbell.web.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.bookbell.access.Caller;
import org.bookbell.access.SignIn;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.call.PublicUrl;

/** Finds the caller from the API token or the session's cookie; a wrong token is refused, a wrong cookie is nobody's. */
@Dependent
public class Credentials {

    private static final String BEARER = "Bearer ";

    private final SignIn signIn;
    private final Visit visit;
    private final boolean secure;

    @Inject
    Credentials(SignIn signIn, Visit visit, PublicUrl publicUrl) {
        this.signIn = signIn;
        this.visit = visit;
        this.secure = publicUrl.isSecure();
    }

    void read(ContainerRequestContext request) {
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            readToken(authorization);
            return;
        }
        var cookie = request.getCookies().get(cookieName());
        if (cookie != null) {
            signIn.findCaller(cookie.getValue()).ifPresent(caller -> visit.by(caller, Optional.of(cookie.getValue())));
        }
    }

    /** The cookie that carries a session; the browser shows it to this server only, and to no script. */
    public NewCookie cookie(String token, int seconds) {
        return new NewCookie.Builder(cookieName())
                .value(token)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private void readToken(String authorization) {
        var caller = authorization.startsWith(BEARER)
                ? signIn.findCallerByApiToken(
                        authorization.substring(BEARER.length()).strip())
                : Optional.<Caller>empty();
        visit.by(
                caller.orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_SIGNED_IN, "The API token is unknown or was revoked; make a new one.")),
                Optional.empty());
    }

    private String cookieName() {
        return secure ? "__Host-bookbell" : "bookbell";
    }
}
