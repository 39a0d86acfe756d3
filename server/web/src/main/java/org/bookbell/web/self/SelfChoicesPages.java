package org.bookbell.web.self;

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
import org.bookbell.audit.Actor;
import org.bookbell.booking.message.SelfLinks;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.choice.ChoicesInput;
import org.bookbell.web.choice.ChoicesShown;
import org.bookbell.web.choice.Wishes;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** What a client wants to be sent, chosen by themselves behind the link of any of their appointments. */
@Endpoint
@Path("/self/{token}/choices")
@Produces(MediaType.TEXT_HTML)
public class SelfChoicesPages {

    private final SelfLinks links;
    private final Clients clients;
    private final Organizations organizations;
    private final ChoicesShown shown;
    private final Wishes wishes;

    @Inject
    SelfChoicesPages(SelfLinks links, Clients clients, Organizations organizations, ChoicesShown shown, Wishes wishes) {
        this.links = links;
        this.clients = clients;
        this.organizations = organizations;
        this.shown = shown;
        this.wishes = wishes;
    }

    @GET
    @Everybody
    public Page show(@PathParam("token") String token, @QueryParam("now") @DefaultValue("") String now) {
        return page(token, client(token), now.equals("saved") ? "Saved. What we send you goes by it." : "", "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Everybody
    public Response keep(@PathParam("token") String token, Input in) {
        var client = client(token);
        try {
            var chosen = ChoicesInput.readForm(in);
            var agrees = in.get("smsConsent", Kind.FLAG, false);
            in.orThrow();
            wishes.keep(
                    Actor.client(client.id()),
                    organizations.get(client.organizationId()),
                    client,
                    chosen,
                    agrees ? Optional.of(ConsentSource.SELF_PAGE) : Optional.empty());
            return Redirect.to("/self/" + token + "/choices?now=saved");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(token, client, "", refusal.detail()))
                    .build();
        }
    }

    private Client client(String token) {
        return links.find(token)
                .flatMap(appointment -> appointment.clientId().map(id -> clients.get(appointment.organizationId(), id)))
                .orElseThrow(() -> ProblemException.notFound("appointment"));
    }

    private Page page(String token, Client client, String notice, String refusal) {
        var organization = organizations.get(client.organizationId());
        var path = "/self/" + token;
        var view = new SelfChoicesView(
                path,
                organization.name(),
                client.email().isPresent(),
                shown.of(client, path + "/choices", organization.consentText()),
                notice,
                refusal);
        return Page.of("self/choices", "Your messages", view)
                .hostedBy(organization.name(), "/b/" + organization.slug());
    }
}
