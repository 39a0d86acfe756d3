package org.bookbell.web.self;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.message.SelfLinks;
import org.bookbell.client.Channel;
import org.bookbell.client.Client;
import org.bookbell.client.Clients;
import org.bookbell.client.choice.OptOutSource;
import org.bookbell.client.choice.OptOuts;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.ProblemException;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Everybody;
import org.bookbell.web.page.Page;

/**
 * Where one press ends an organization's e-mail to a client, and another begins it again. Programs that read mail press
 * for their user (RFC 8058): they send a form of one field, of whichever type, and nothing else.
 */
@Endpoint
@Path("/self/{token}/unsubscribe")
@Produces(MediaType.TEXT_HTML)
public class UnsubscribePages {

    private final SelfLinks links;
    private final Clients clients;
    private final OptOuts optOuts;
    private final Organizations organizations;

    @Inject
    UnsubscribePages(SelfLinks links, Clients clients, OptOuts optOuts, Organizations organizations) {
        this.links = links;
        this.clients = clients;
        this.optOuts = optOuts;
        this.organizations = organizations;
    }

    @GET
    @Everybody
    public Page show(@PathParam("token") String token) {
        var reader = reader(token);
        return page(token, reader, optOuts.isOptedOut(Channel.EMAIL, reader.address(), reader.organizationId()));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Everybody
    public Page end(@PathParam("token") String token) {
        var reader = reader(token);
        optOuts.add(reader.actor(), reader.organizationId(), Channel.EMAIL, reader.address(), OptOutSource.LINK);
        return page(token, reader, true);
    }

    @POST
    @Path("undo")
    @Consumes(MediaType.WILDCARD)
    @Everybody
    public Page beginAgain(@PathParam("token") String token) {
        var reader = reader(token);
        optOuts.remove(reader.actor(), reader.organizationId(), Channel.EMAIL, reader.address());
        return page(token, reader, false);
    }

    /** Whoever holds the link of a mail. */
    private record Reader(long organizationId, long clientId, String address) {

        Actor actor() {
            return Actor.client(clientId);
        }
    }

    private Reader reader(String token) {
        return links.find(token)
                .flatMap(this::client)
                .flatMap(client ->
                        client.email().map(email -> new Reader(client.organizationId(), client.id(), email.address())))
                .orElseThrow(() -> ProblemException.notFound("e-mail address"));
    }

    private Optional<Client> client(Appointment appointment) {
        return appointment.clientId().map(id -> clients.get(appointment.organizationId(), id));
    }

    private Page page(String token, Reader reader, boolean isEnded) {
        var organization = organizations.get(reader.organizationId());
        var view = new UnsubscribeView("/self/" + token, organization.name(), isEnded);
        return Page.of("self/unsubscribe", "E-mail from " + organization.name(), view)
                .hostedBy(organization.name(), "/b/" + organization.slug());
    }
}
