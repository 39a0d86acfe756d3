package org.bookbell.web.signin;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.bookbell.access.session.SignIn;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.SignedIn;
import org.bookbell.web.access.Visit;
import org.bookbell.web.call.ClientAddress;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Page;

/** Where a member changes the own password; other sessions end with it. */
@Endpoint
@Path("/password")
@Produces(MediaType.TEXT_HTML)
public class PasswordPages {

    private final SignIn signIn;
    private final ClientAddress address;
    private final Visit visit;

    @Inject
    PasswordPages(SignIn signIn, ClientAddress address, Visit visit) {
        this.signIn = signIn;
        this.address = address;
        this.visit = visit;
    }

    @GET
    @SignedIn
    public Page show() {
        return page("", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @SignedIn
    public Response change(Input in, @Context HttpServletRequest request) {
        var present = in.get("password", Kind.PASSWORD);
        var wanted = in.get("newPassword", Kind.PASSWORD);
        try {
            in.orThrow();
            signIn.changePassword(visit.caller(), present, wanted, address.of(request), session());
            return Response.ok(page("Your password is changed, and your other sessions have ended.", ""))
                    .build();
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page("", inWords(refusal)))
                    .build();
        }
    }

    private String session() {
        return visit.sessionToken()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_SIGNED_IN, "Sign in with your e-mail and password to change it."));
    }

    private static String inWords(ProblemException refusal) {
        if (refusal.type() == ProblemType.NOT_SIGNED_IN) {
            return "The present password is wrong.";
        }
        var faults = refusal.faults().stream().map(Fault::detail).collect(Collectors.joining(" "));
        return faults.isEmpty() ? refusal.detail() : faults;
    }

    private static Page page(String notice, String fault) {
        return Page.of("signin/password", "Password", new PasswordView(notice, fault));
    }
}
