package org.bookbell.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.bookbell.access.session.Session;
import org.bookbell.access.session.SignIn;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Credentials;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.access.SignedIn;
import org.bookbell.web.access.Visit;
import org.bookbell.web.call.ClientAddress;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** Signing in and out. */
@Endpoint
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInPages {

    /** What the browser keeps for the time without a network is nobody's who comes next (W3C, Clear Site Data). */
    private static final String FORGET = "Clear-Site-Data";

    private static final String KEPT_PAGES = "\"storage\"";

    private final SignIn signIn;
    private final Credentials credentials;
    private final ClientAddress address;
    private final Visit visit;
    private final Clock clock;

    @Inject
    SignInPages(SignIn signIn, Credentials credentials, ClientAddress address, Visit visit, Clock clock) {
        this.signIn = signIn;
        this.credentials = credentials;
        this.address = address;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Path("sign-in")
    @Everybody
    public Page show(@QueryParam("next") @DefaultValue("/") String next) {
        return page(new SignInView("", Redirect.local(next), ""));
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Everybody
    public Response signIn(Input in, @Context HttpServletRequest request) {
        var next = Redirect.local(in.get("next", Kind.text(0, 500), "/"));
        var email = in.get("email", Kind.text(1, 254));
        var password = in.get("password", Kind.PASSWORD);
        try {
            in.orThrow();
            var session = signIn.signIn(email, password, address.of(request));
            return Response.fromResponse(Redirect.to(next))
                    .header(FORGET, KEPT_PAGES)
                    .cookie(credentials.cookie(session.token(), secondsOf(session)))
                    .build();
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(new SignInView(in.raw("email"), next, refusal.detail())))
                    .build();
        }
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response signOut() {
        visit.sessionToken().ifPresent(signIn::signOut);
        return Response.fromResponse(Redirect.to("/"))
                .header(FORGET, KEPT_PAGES)
                .cookie(credentials.cookie("", 0))
                .build();
    }

    private int secondsOf(Session session) {
        return (int) Duration.between(clock.instant(), session.expiresAt()).toSeconds();
    }

    private static Page page(SignInView view) {
        return Page.of("signin/sign-in", "Sign in", view);
    }
}
