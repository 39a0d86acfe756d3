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
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.message.MessageKind;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Times;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** The clients whom a person must tell. */
@Endpoint
@Path("/api/v1/organizations/{org}/callList")
@Produces(MediaType.APPLICATION_JSON)
public class CallListResource {

    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final CallList callList;
    private final Visit visit;

    @Inject
    CallListResource(CallList callList, Visit visit) {
        this.callList = callList;
        this.visit = visit;
    }

    /** The open calls, the earliest appointment first; what is handled is left out, so there is always a first page. */
    @GET
    @Requires(Permission.READ)
    public Listing<CallView> list(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var limit = in.get("limit", number(1, MOST), USUAL);
        in.orThrow();
        return Listing.all(callList.list(visit.organizationId(), limit).stream()
                .map(this::view)
                .toList());
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

    private CallView view(CallListEntry entry) {
        return CallView.of(entry, visit.organization().zone());
    }

    /** A call to make, as the API shows it. */
    record CallView(
            String id,
            String message,
            Optional<String> appointment,
            MessageKind kind,
            String recipient,
            String name,
            String reasonCode,
            String reason,
            Optional<String> appointmentStart,
            String createdAt,
            Optional<String> handledAt,
            Optional<String> handledNote) {

        static CallView of(CallListEntry entry, ZoneId zone) {
            var about = entry.about();
            return new CallView(
                    Ids.text(entry.id()),
                    Ids.text(entry.messageId()),
                    about.appointmentId().map(Ids::text),
                    about.kind(),
                    Ids.text(about.recipientId()),
                    about.facts().to().name(),
                    entry.reasonCode(),
                    entry.reason(),
                    entry.appointmentStart().map(start -> Times.text(start, zone)),
                    Times.text(entry.createdAt(), zone),
                    entry.handled().map(handled -> Times.text(handled.at(), zone)),
                    entry.handled().flatMap(CallListEntry.Handled::note));
        }
    }
}
