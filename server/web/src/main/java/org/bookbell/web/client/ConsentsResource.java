package org.bookbell.web.client;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.client.Channel;
import org.bookbell.client.Clients;
import org.bookbell.client.choice.Consent;
import org.bookbell.client.choice.ConsentSource;
import org.bookbell.client.choice.Consents;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Times;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;

/** What a client agreed to: the wording of that moment, when and where. */
@Endpoint
@Path("/api/v1/organizations/{org}/clients/{id}/consents")
@Produces(MediaType.APPLICATION_JSON)
public class ConsentsResource {

    private final Clients clients;
    private final Consents consents;
    private final Visit visit;
    private final Creation creation;

    @Inject
    ConsentsResource(Clients clients, Consents consents, Visit visit, Creation creation) {
        this.clients = clients;
        this.consents = consents;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @Requires(Permission.READ)
    public Listing<ConsentView> list(@PathParam("id") PathId id) {
        var client = clients.get(visit.organizationId(), id.value());
        var zone = visit.organization().zone();
        return Listing.all(consents.list(client.organizationId(), client.id()).stream()
                .map(consent -> ConsentView.of(consent, zone))
                .toList());
    }

    /** Records that the client agreed to the organization's consent text; again is no fault. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response give(@PathParam("id") PathId id, Input in) {
        var channel = in.get("channel", Kind.choice(Channel.class));
        in.orThrow();
        var wording = visit.organization().consentText();
        return creation.answerOnce(() -> {
            consents.record(visit.actor(), visit.organizationId(), id.value(), channel, wording, ConsentSource.API);
            return list(id);
        });
    }

    @DELETE
    @Path("{channel}")
    @Requires(Permission.BOOK)
    public void withdraw(@PathParam("id") PathId id, @PathParam("channel") Channel channel) {
        consents.withdraw(visit.actor(), visit.organizationId(), id.value(), channel);
    }

    /** A consent as the API shows it. */
    record ConsentView(
            Channel channel, String wording, ConsentSource source, String givenAt, Optional<String> withdrawnAt) {

        static ConsentView of(Consent consent, ZoneId zone) {
            return new ConsentView(
                    consent.channel(),
                    consent.wording(),
                    consent.source(),
                    Times.text(consent.givenAt(), zone),
                    consent.withdrawnAt().map(at -> Times.text(at, zone)));
        }
    }
}
