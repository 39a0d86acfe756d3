package org.bookbell.web.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.bookbell.access.Caller;
import org.bookbell.access.session.SignIn;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.call.Call;
import org.bookbell.web.call.PublicUrl;

/** Finds the caller from the API token or the session's cookie; a wrong token is refused, a wrong cookie is nobody's. */
@Dependent
public class Credentials {

    private static final System.Logger LOG = System.getLogger(Credentials.class.getName());
    private static final String BEARER = "Bearer ";

    private final SignIn signIn;
    private final Visit visit;
    private final Call call;
    private final boolean secure;

    @Inject
    Credentials(SignIn signIn, Visit visit, Call call, PublicUrl publicUrl) {
        this.signIn = signIn;
        this.visit = visit;
        this.call = call;
        this.secure = publicUrl.isSecure();
    }

    void read(ContainerRequestContext request) {
        var authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            readToken(authorization);
            return;
        }
        readCookie();
    }

    /**
     * Finds whoever looks at a page that belongs to no route, before which nobody has read them. Such a page tells of a
     * fault, so it is shown to nobody in particular rather than not at all.
     */
    public void readForLostPage() {
        try {
            readCookie();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Nobody knows who looks at the page of a fault.", failure);
        }
    }

    private void readCookie() {
        call.cookie(cookieName())
                .ifPresent(token -> signIn.findCaller(token).ifPresent(caller -> visit.by(caller, Optional.of(token))));
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
