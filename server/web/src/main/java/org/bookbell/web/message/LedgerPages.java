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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bookbell.access.Permission;
import org.bookbell.dispatch.reply.Replies;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.Ledger;
import org.bookbell.status.report.Reports;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** The ledger as a page, and one message with its history. */
@Endpoint
@Path("/o/{org}/messages")
@Produces(MediaType.TEXT_HTML)
public class LedgerPages {

    private final Ledger ledger;
    private final Replies replies;
    private final Reports reports;
    private final Visit visit;
    private final Clock clock;

    @Inject
    LedgerPages(Ledger ledger, Reports reports, Replies replies, Visit visit, Clock clock) {
        this.ledger = ledger;
        this.reports = reports;
        this.replies = replies;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.READ)
    public Page list(@Context UriInfo address) {
        var query = LedgerQuery.read(FormInput.ofQuery(address.getQueryParameters()));
        var organization = visit.organization();
        var root = "/o/" + organization.slug();
        var now = clock.instant();
        var found = query.isAhead()
                ? ledger.listPlanned(organization.id(), query.after(), query.limit())
                : ledger.list(
                        organization.id(), query.filter(), query.after().or(() -> query.until(now)), query.limit());
        var chosen =
                query.filter().states().stream().findFirst().map(Enum::name).orElse("");
        var wanted = query.repeated();
        var path = root + "/messages" + (wanted.isEmpty() ? "" : "?" + wanted);
        var view = new LedgerView(
                path,
                root + "/forecast",
                filters(ledger.countByState(organization.id()), root, chosen),
                found.stream()
                        .map(entry -> MessageLine.of(entry, organization.zone(), root, now))
                        .toList(),
                query.isAhead(),
                query.next(found)
                        .map(after -> path + (wanted.isEmpty() ? "?" : "&") + "after=" + after)
                        .orElse(""));
        return Page.of("message/ledger", "Ledger", view);
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READ)
    public Page show(@PathParam("id") PathId id) {
        var organization = visit.organization();
        var history = ledger.get(organization.id(), id.value());
        return Page.of(
                "message/message",
                "Message",
                HistoryLines.of(
                        history,
                        reports.listOf(organization.id(), id.value()),
                        replies.listOf(organization.id(), id.value()),
                        organization.zone(),
                        "/o/" + organization.slug(),
                        clock.instant()));
    }

    /** Reports a problem with it to the operators. */
    @POST
    @Path("{id}/report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.READ)
    public Response report(@PathParam("id") PathId id, Input in) {
        var note = in.find("note", text(0, 500)).orElse(null);
        in.orThrow();
        var organization = visit.organization();
        reports.report(visit.actor(), organization.id(), visit.caller().memberId(), id.value(), note);
        return Redirect.to("/o/" + organization.slug() + "/messages/" + Ids.text(id.value()));
    }

    private static List<LedgerView.Filter> filters(Map<MessageState, Long> counts, String root, String chosen) {
        var filters = new ArrayList<LedgerView.Filter>();
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var sofar = all - counts.getOrDefault(MessageState.PLANNED, 0L);
        filters.add(new LedgerView.Filter(root + "/messages", "until now", sofar, chosen.isEmpty()));
        counts.forEach((state, count) -> filters.add(new LedgerView.Filter(
                root + "/messages?state=" + state, MessageLine.inWords(state), count, chosen.equals(state.name()))));
        return filters;
    }
}
