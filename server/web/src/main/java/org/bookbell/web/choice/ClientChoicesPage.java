package org.bookbell.web.choice;

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
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** What a client who calls wants to be sent, for the desk. */
@Endpoint
@Path("/o/{org}/clients/{id}/choices")
@Produces(MediaType.TEXT_HTML)
public class ClientChoicesPage {

    private final Clients clients;
    private final ChoicesShown shown;
    private final Wishes wishes;
    private final Visit visit;

    @Inject
    ClientChoicesPage(Clients clients, ChoicesShown shown, Wishes wishes, Visit visit) {
        this.clients = clients;
        this.shown = shown;
        this.wishes = wishes;
        this.visit = visit;
    }

    /** The form; {@code appointment} is where the member came from. */
    @GET
    @Requires(Permission.BOOK)
    public Page show(
            @PathParam("id") PathId id,
            @QueryParam("appointment") @DefaultValue("") String appointment,
            @QueryParam("now") @DefaultValue("") String now) {
        var notice = now.equals("saved") ? "Saved. Messages that wait are planned by it." : "";
        return page(client(id), Ids.parse(appointment), notice, "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.BOOK)
    public Response keep(@PathParam("id") PathId id, Input in) {
        var client = client(id);
        var appointment = Ids.parse(in.raw("appointment"));
        try {
            var chosen = ChoicesInput.readForm(in);
            var agrees = in.get("smsConsent", Kind.FLAG, false);
            in.orThrow();
            var consent = agrees ? Optional.of(ConsentSource.DESK) : Optional.<ConsentSource>empty();
            wishes.keep(visit.actor(), visit.organization(), client, chosen, consent);
            var from = appointment.map(each -> "&appointment=" + Ids.text(each)).orElse("");
            return Redirect.to(path(client) + "?now=saved" + from);
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(client, appointment, "", refusal.detail()))
                    .build();
        }
    }

    private Client client(PathId id) {
        return clients.get(visit.organizationId(), id.value());
    }

    private Page page(Client client, Optional<Long> appointment, String notice, String refusal) {
        var root = "/o/" + visit.organization().slug();
        var title = "Messages to " + client.name();
        var view = new ChoicesView(
                title,
                appointment
                        .map(each -> root + "/appointments/" + Ids.text(each))
                        .orElse(root + "/today"),
                appointment.isPresent() ? "The appointment" : "Today",
                appointment.map(Ids::text).orElse(""),
                shown.of(client, path(client), visit.organization().consentText()),
                notice,
                refusal);
        return Page.of("choice/choices", title, view);
    }

    private String path(Client client) {
        return "/o/" + visit.organization().slug() + "/clients/" + Ids.text(client.id()) + "/choices";
    }
}
