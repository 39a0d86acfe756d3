package org.bookbell.web.message;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.access.Permission;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;
import org.bookbell.web.page.Words;

/** Whom to call, as a page. */
@Endpoint
@Path("/o/{org}/callList")
@Produces(MediaType.TEXT_HTML)
public class CallListPage {

    private static final int MOST = 200;

    private final CallList callList;
    private final Visit visit;

    @Inject
    CallListPage(CallList callList, Visit visit) {
        this.callList = callList;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.READ)
    public Page list() {
        var calls = callList.list(visit.organizationId(), MOST).stream()
                .map(this::line)
                .toList();
        return Page.of("message/call-list", "Call list", new CallsView(calls, visit.may(Permission.BOOK)));
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

    private CallLine line(CallListEntry entry) {
        var zone = visit.organization().zone();
        var told = Optional.ofNullable(entry.about().facts().appointment());
        return new CallLine(
                root() + "/callList/" + Ids.text(entry.id()) + "/handled",
                entry.about().facts().to().name(),
                numbers(told, entry),
                entry.appointmentStart().map(start -> Words.moment(start, zone)).orElse(""),
                told.map(about -> about.visit().service() + " with "
                                + about.visit().staff())
                        .orElse(""),
                entry.reason(),
                entry.about()
                        .appointmentId()
                        .map(id -> root() + "/appointments/" + Ids.text(id))
                        .orElse(""));
    }

    private static List<String> numbers(Optional<MessageFacts.Told> told, CallListEntry entry) {
        var known = told.map(MessageFacts.Told::guest)
                .map(guest -> Stream.of(Optional.ofNullable(guest.mobile()), Optional.ofNullable(guest.phone()))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList())
                .orElse(List.of());
        return known.isEmpty() ? entry.about().address().stream().toList() : known;
    }

    private String root() {
        return "/o/" + visit.organization().slug();
    }

    /** The calls to make. */
    record CallsView(List<CallLine> calls, boolean mayHandle) {}

    /** One call. */
    record CallLine(
            String handledPath,
            String name,
            List<String> numbers,
            String when,
            String what,
            String reason,
            String appointmentPath) {}
}
