package org.bookbell.web.choice;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bookbell.access.Permission;
import org.bookbell.client.Clients;
import org.bookbell.client.ContactKind;
import org.bookbell.client.choice.ContactChoices;
import org.bookbell.client.choice.OwnChoices;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** What a client chose about the own messages. */
@Endpoint
@Path("/api/v1/organizations/{org}/clients/{id}/choices")
@Produces(MediaType.APPLICATION_JSON)
public class ClientChoicesResource {

    private final Clients clients;
    private final ContactChoices choices;
    private final Visit visit;

    @Inject
    ClientChoicesResource(Clients clients, ContactChoices choices, Visit visit) {
        this.clients = clients;
        this.choices = choices;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.BOOK)
    public Response get(@PathParam("id") PathId id) {
        return ChoicesJson.answer(chosen(id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response replace(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        var wishes = ChoicesInput.read(in);
        in.orThrow();
        var version = Versions.seen(headers, chosen(id).version());
        choices.choose(
                visit.actor(), visit.organizationId(), ContactKind.CLIENT, id.value(), new OwnChoices(version, wishes));
        return get(id);
    }

    private OwnChoices chosen(PathId id) {
        var client = clients.get(visit.organizationId(), id.value());
        return choices.get(visit.organizationId(), ContactKind.CLIENT, client.id());
    }
}
