package org.bookbell.web.calendar;

import static org.bookbell.web.input.Kind.text;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.hours.TimeBlock;
import org.bookbell.calendar.hours.TimeBlocks;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.calendar.setup.TimeBlockDetails;
import org.bookbell.calendar.setup.TimeBlockSetup;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Times;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.FormInput;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;

/** Exceptions to the week of one calendar. */
@Endpoint
@Path("/api/v1/organizations/{org}/timeBlocks")
@Produces(MediaType.APPLICATION_JSON)
public class TimeBlocksResource {

    private final TimeBlocks blocks;
    private final TimeBlockSetup setup;
    private final Visit visit;
    private final Creation creation;

    @Inject
    TimeBlocksResource(TimeBlocks blocks, TimeBlockSetup setup, Visit visit, Creation creation) {
        this.blocks = blocks;
        this.setup = setup;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @Requires(Permission.READ)
    public Listing<BlockView> list(@Context UriInfo address) {
        var in = FormInput.ofQuery(address.getQueryParameters());
        var calendar = in.get("calendar", Kind.ID);
        var from = in.get("from", Kind.INSTANT);
        var to = in.get("to", Kind.INSTANT);
        in.check(from.isBefore(to) || !in.isPresent("to"), "to", "The end must lie after the begin.");
        in.orThrow();
        return Listing.all(blocks.list(visit.organizationId(), calendar, new TimeSlot(from, to)).stream()
                .map(this::view)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.OWN_CALENDAR)
    public Response add(Input in) {
        var calendar = in.get("calendar", Kind.ID);
        var details = read(in);
        in.orThrow();
        visit.requireCalendar(calendar);
        return creation.answer(() -> view(setup.add(visit.actor(), visit.organizationId(), calendar, details)));
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READ)
    public Response get(@PathParam("id") PathId id) {
        return answer(blocks.get(visit.organizationId(), id.value()));
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.OWN_CALENDAR)
    public Response change(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        var details = read(in);
        in.orThrow();
        var current = ownOrManaged(id);
        var version = Versions.seen(headers, current.version());
        return answer(setup.change(visit.actor(), visit.organizationId(), id.value(), version, details));
    }

    @DELETE
    @Path("{id}")
    @Requires(Permission.OWN_CALENDAR)
    public void remove(@PathParam("id") PathId id) {
        ownOrManaged(id);
        setup.remove(visit.actor(), visit.organizationId(), id.value());
    }

    private TimeBlock ownOrManaged(PathId id) {
        var block = blocks.get(visit.organizationId(), id.value());
        visit.requireCalendar(block.calendarId());
        return block;
    }

    private static TimeBlockDetails read(Input in) {
        return new TimeBlockDetails(
                in.get("kind", Kind.choice(BlockKind.class)),
                in.get("startsAt", Kind.INSTANT),
                in.get("endsAt", Kind.INSTANT),
                in.find("note", text(0, 200)).orElse(null));
    }

    private Response answer(TimeBlock block) {
        return Versions.answer(view(block), block.version());
    }

    private BlockView view(TimeBlock block) {
        var zone = visit.organization().zone();
        return new BlockView(
                Ids.text(block.id()),
                Ids.text(block.calendarId()),
                block.kind(),
                Times.text(block.range().startInclusive(), zone),
                Times.text(block.range().endExclusive(), zone),
                block.note());
    }

    /** A time block as the API shows it. */
    record BlockView(
            String id, String calendar, BlockKind kind, String startsAt, String endsAt, Optional<String> note) {}
}
