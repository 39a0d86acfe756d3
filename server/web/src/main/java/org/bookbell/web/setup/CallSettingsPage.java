package org.bookbell.web.setup;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.bookbell.access.Permission;
import org.bookbell.message.calls.CallPolicy;
import org.bookbell.message.calls.CallSettings;
import org.bookbell.message.calls.UnknownPolicy;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.MailAddresses;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** What an organization decided about its calls, as a form. */
@Endpoint
@Path("/o/{org}/setup/calls")
@Produces(MediaType.TEXT_HTML)
public class CallSettingsPage {

    private final CallSettings settings;
    private final Visit visit;

    @Inject
    CallSettingsPage(CallSettings settings, Visit visit) {
        this.settings = settings;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.ADMINISTER)
    public Page show() {
        var policy = settings.get(visit.organizationId());
        return page(Filled.with(Map.of(
                "unknown",
                policy.unknown().map(Enum::name).orElse(""),
                "alertAddresses",
                String.join(", ", policy.alertAddresses()))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.ADMINISTER)
    public Response change(Input in) {
        try {
            var unknown = in.find("unknown", Kind.choice(UnknownPolicy.class));
            var addresses = MailAddresses.read(in, "alertAddresses");
            in.orThrow();
            var current = settings.get(visit.organizationId());
            settings.change(
                    visit.actor(), visit.organizationId(), new CallPolicy(unknown, addresses, current.version()));
            return Redirect.to("/o/" + visit.organization().slug() + "/setup");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(Filled.refused(in, refusal)))
                    .build();
        }
    }

    private Page page(Filled form) {
        var path = "/o/" + visit.organization().slug() + "/setup";
        return Page.of("setup/calls", "Calls", new CallsView(path, inWords(settings.usual()), form));
    }

    private static String inWords(UnknownPolicy policy) {
        return switch (policy) {
            case LEAVE -> "leave them alone";
            case EMAIL_AS_WELL -> "send them by e-mail as well";
            case CALL_LIST -> "put their clients on the call list";
        };
    }

    /** The form. */
    record CallsView(String path, String usual, Filled form) {}
}
