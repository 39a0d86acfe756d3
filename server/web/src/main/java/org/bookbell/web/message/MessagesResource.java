package org.bookbell.web.message;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.bookbell.access.Permission;
import org.bookbell.dispatch.reply.Replies;
import org.bookbell.message.ledger.Ledger;
import org.bookbell.status.report.Reports;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** The ledger: every message that was or will be sent, and what became of it. */
@Endpoint
@Path("/api/v1/organizations/{org}/messages")
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    private final Ledger ledger;
    private final Replies replies;
    private final Reports reports;
    private final Visit visit;
    private final Creation creation;

    @Inject
    MessagesResource(Ledger ledger, Reports reports, Replies replies, Visit visit, Creation creation) {
        this.ledger = ledger;
        this.reports = reports;
        this.replies = replies;
        this.visit = visit;
        this.creation = creation;
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
                reports.listOf(visit.organizationId(), id.value()),
                replies.listOf(visit.organizationId(), id.value()),
                visit.organization().zone());
    }

    /** Reports a problem with a message to the server's operators, with its history. */
    @POST
    @Path("{id}/report")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.READ)
    public Response report(@PathParam("id") PathId id, Input in) {
        var note = in.find("note", text(0, 500)).orElse(null);
        in.orThrow();
        var zone = visit.organization().zone();
        return creation.answerOnce(() -> HistoryView.ProblemReportView.of(
                reports.report(
                        visit.actor(), visit.organizationId(), visit.caller().memberId(), id.value(), note),
                zone));
    }
}
