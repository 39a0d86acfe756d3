package org.bookbell.web.message;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.bookbell.access.Permission;
import org.bookbell.message.ledger.Ledger;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.PathId;

/** The ledger: every message that was or will be sent, and what became of it. */
@Endpoint
@Path("/api/v1/organizations/{org}/messages")
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    private final Ledger ledger;
    private final Visit visit;

    @Inject
    MessagesResource(Ledger ledger, Visit visit) {
        this.ledger = ledger;
        this.visit = visit;
    }

    /** What is due last first. */
    @GET
    @Requires(Permission.READ)
    public Listing<MessageView> list(@Context UriInfo address) {
        var query = LedgerQuery.read(FormInput.ofQuery(address.getQueryParameters()));
        var found = ledger.list(visit.organizationId(), query.filter(), query.after(), query.limit());
        var zone = visit.organization().zone();
        return new Listing<>(
                found.stream().map(entry -> MessageView.of(entry, zone)).toList(), query.next(found));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READ)
    public HistoryView get(@PathParam("id") PathId id) {
        return HistoryView.of(
                ledger.get(visit.organizationId(), id.value()),
                visit.organization().zone());
    }
}
