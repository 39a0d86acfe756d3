package org.bookbell.web.canary;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bookbell.dispatch.canary.Canaries;
import org.bookbell.dispatch.canary.Canary;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.ForOperator;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** The test messages of the server's gateways as a page: where they go, which arrived, and a button for one more. */
@Endpoint
@Path("/operator/canaries")
@Produces(MediaType.TEXT_HTML)
public class CanaryPages {

    private static final String PATH = "/operator/canaries";

    private final Canaries canaries;
    private final Gateways gateways;
    private final Visit visit;

    @Inject
    CanaryPages(Canaries canaries, Gateways gateways, Visit visit) {
        this.canaries = canaries;
        this.gateways = gateways;
        this.visit = visit;
    }

    @GET
    @ForOperator
    public Page show(@QueryParam("now") @DefaultValue("") String now) {
        var notice = switch (now) {
            case "named" -> "Saved. The first canary goes within seconds.";
            case "removed" -> "No more canaries go over this gateway.";
            case "sent" -> "A canary is on its way.";
            default -> "";
        };
        return page(notice, "");
    }

    @POST
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response name(@PathParam("name") String name, Input in) {
        return done("named", () -> {
            var address = in.get("address", text(3, 254));
            in.orThrow();
            canaries.name(visit.actor(), name, address);
        });
    }

    @POST
    @Path("{name}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response remove(@PathParam("name") String name) {
        return done("removed", () -> canaries.remove(visit.actor(), name));
    }

    @POST
    @Path("{name}/send")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForOperator
    public Response send(@PathParam("name") String name) {
        return done("sent", () -> canaries.sendNow(visit.actor(), name));
    }

    private Response done(String what, Runnable act) {
        try {
            act.run();
            return Redirect.to(PATH + "?now=" + what);
        } catch (ProblemException refusal) {
            var faults = refusal.faults();
            return Response.status(refusal.type().status())
                    .entity(page(
                            "",
                            faults.isEmpty() ? refusal.detail() : faults.get(0).detail()))
                    .build();
        }
    }

    private Page page(String notice, String refusal) {
        var known = canaries.list().stream().collect(Collectors.toMap(Canary::gateway, Function.identity()));
        var lines = gateways.list().stream()
                .filter(each -> each.organizationId() == 0)
                .map(each -> CanaryView.Line.of(each, known.get(each.name())))
                .toList();
        return Page.of("canary/canaries", "Canaries", new CanaryView(notice, refusal, lines));
    }
}
