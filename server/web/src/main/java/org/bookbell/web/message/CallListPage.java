package org.bookbell.web.message;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bookbell.access.Permission;
import org.bookbell.client.Channel;
import org.bookbell.message.calls.Resending;
import org.bookbell.message.calls.Resent;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;
import org.bookbell.web.message.CallsView.CallLine;
import org.bookbell.web.message.CallsView.Result;
import org.bookbell.web.message.ShownCalls.Standing;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;

/** Whom to call, as a page, and as a sheet to print. */
@Endpoint
@Path("/o/{org}/callList")
@Produces(MediaType.TEXT_HTML)
public class CallListPage {

    private static final int MOST = 200;

    private final CallList callList;
    private final ShownCalls shown;
    private final Resending resending;
    private final Visit visit;

    @Inject
    CallListPage(CallList callList, ShownCalls shown, Resending resending, Visit visit) {
        this.callList = callList;
        this.shown = shown;
        this.resending = resending;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.READ)
    public Page list(@QueryParam("show") @DefaultValue("open") String show) {
        var standing = show.equals("handled") ? Standing.HANDLED : Standing.OPEN;
        return Page.of("message/call-list", "Call list", view(standing, List.of()));
    }

    /** The open calls on paper. */
    @GET
    @Path("print")
    @Requires(Permission.READ)
    public Page print() {
        var calls = shown.list(Standing.OPEN, MOST);
        return Page.of(
                "message/call-sheet", "Call list", view(Standing.OPEN, calls, shown.textsForPaper(calls), List.of()));
    }

    @POST
    @Path("{id}/handled")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.BOOK)
    public Response handled(@PathParam("id") PathId id, Input in) {
        var note = in.find("note", text(0, 300)).orElse(null);
        in.orThrow();
        callList.handled(visit.actor(), visit.organizationId(), id.value(), note);
        return Redirect.to(root() + "/callList");
    }

    /** Sends the messages of the chosen calls again and says what becomes of each. */
    @POST
    @Path("resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.BOOK)
    public Page resend(Input in) {
        var ids = in.list("id", Resending.MOST_CALLS, Kind.ID);
        var channel = in.get("channel", Kind.choice(Channel.class));
        var untilStart = in.get("untilStart", Kind.FLAG, false);
        in.orThrow();
        var results = ids.isEmpty()
                ? List.of(new Result("Nobody is chosen", "Tick those whose messages shall be sent again.", ""))
                : results(resending.resend(visit.actor(), visit.organizationId(), ids, channel, untilStart));
        return Page.of("message/call-list", "Call list", view(Standing.OPEN, results));
    }

    private List<Result> results(List<Resent> resent) {
        var names = callList
                .listAmong(
                        visit.organizationId(),
                        resent.stream().map(Resent::callId).toList())
                .stream()
                .collect(Collectors.toMap(
                        CallListEntry::id, call -> call.about().facts().to().name()));
        return resent.stream()
                .map(each -> new Result(
                        names.getOrDefault(each.callId(), "A call"),
                        each.outcome().words(),
                        each.messageId()
                                .map(id -> root() + "/messages/" + Ids.text(id))
                                .orElse("")))
                .toList();
    }

    private CallsView view(Standing standing, List<Result> results) {
        var calls = shown.list(standing, MOST);
        return view(standing, calls, shown.texts(calls), results);
    }

    private CallsView view(
            Standing standing, List<CallListEntry> calls, Map<Long, String> texts, List<Result> results) {
        var zone = visit.organization().zone();
        return new CallsView(
                root() + "/callList",
                standing == Standing.HANDLED,
                callList.count(visit.organizationId()),
                calls.stream()
                        .map(call -> CallLine.of(call, texts.getOrDefault(call.id(), ""), root(), zone))
                        .toList(),
                results,
                visit.may(Permission.BOOK) && standing == Standing.OPEN);
    }

    private String root() {
        return "/o/" + visit.organization().slug();
    }
}
