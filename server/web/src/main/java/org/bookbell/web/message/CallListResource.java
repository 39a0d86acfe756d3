package org.bookbell.web.message;

import static org.bookbell.web.input.Kind.number;
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
import java.util.List;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.client.Channel;
import org.bookbell.message.calls.ResendOutcome;
import org.bookbell.message.calls.Resending;
import org.bookbell.message.calls.Resent;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;
import org.bookbell.web.message.ShownCalls.Standing;

/** The clients whom a person must tell, and staff who were not told. */
@Endpoint
@Path("/api/v1/organizations/{org}/callList")
@Produces(MediaType.APPLICATION_JSON)
public class CallListResource {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final CallList callList;
    private final ShownCalls shown;
    private final Resending resending;
    private final Visit visit;
    private final Creation creation;

    @Inject
    CallListResource(CallList callList, ShownCalls shown, Resending resending, Visit visit, Creation creation) {
        this.callList = callList;
        this.shown = shown;
        this.resending = resending;
        this.visit = visit;
        this.creation = creation;
    }

    /** The open calls, the earliest appointment first; or what was handled within a day, the last first. */
    @GET
    @Requires(Permission.READ)
    public Listing<CallView> list(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var limit = in.get("limit", number(1, MOST), USUAL);
        var standing = in.get("state", Kind.choice(Standing.class), Standing.OPEN);
        in.orThrow();
        return Listing.all(views(shown.list(standing, limit)));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READ)
    public CallView get(@PathParam("id") PathId id) {
        return view(callList.get(visit.organizationId(), id.value()));
    }

    @POST
    @Path("{id}/handled")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public CallView handled(@PathParam("id") PathId id, Input in) {
        var note = in.find("note", text(0, 300)).orElse(null);
        in.orThrow();
        return view(callList.handled(visit.actor(), visit.organizationId(), id.value(), note));
    }

    /** Sends the messages of some calls again and tells what becomes of each. */
    @POST
    @Path("resend")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.BOOK)
    public Response resend(Input in) {
        var ids = in.list("ids", Resending.MOST_CALLS, Kind.ID);
        in.check(!ids.isEmpty(), "ids", "Name at least one call.");
        var channel = in.get("channel", Kind.choice(Channel.class));
        var untilStart = in.get("untilStart", Kind.FLAG, false);
        in.orThrow();
        return creation.answerOnce(() ->
                Listing.all(resending.resend(visit.actor(), visit.organizationId(), ids, channel, untilStart).stream()
                        .map(ResentView::of)
                        .toList()));
    }

    private CallView view(CallListEntry entry) {
        return views(List.of(entry)).get(0);
    }

    private List<CallView> views(List<CallListEntry> entries) {
        var texts = shown.texts(entries);
        var zone = visit.organization().zone();
        return entries.stream()
                .map(entry -> CallView.of(entry, texts.getOrDefault(entry.id(), ""), zone))
                .toList();
    }

    /** What becomes of one call's message. */
    record ResentView(String id, ResendOutcome outcome, String detail, Optional<String> message) {

        static ResentView of(Resent resent) {
            return new ResentView(
                    Ids.text(resent.callId()),
                    resent.outcome(),
                    resent.outcome().words(),
                    resent.messageId().map(Ids::text));
        }
    }
}
