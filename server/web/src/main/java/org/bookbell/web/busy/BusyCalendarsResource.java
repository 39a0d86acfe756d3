package org.bookbell.web.busy;

import static org.bookbell.web.input.Kind.text;

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
import java.time.Instant;
import java.util.Optional;
import org.bookbell.access.Permission;
import org.bookbell.export.busy.BusyCalendars;
import org.bookbell.export.busy.BusyState;
import org.bookbell.export.busy.fetch.FeedAddress;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Creation;
import org.bookbell.web.answer.Listing;
import org.bookbell.web.answer.Times;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.PathId;

/** The outside calendars of a staff member. */
@Endpoint
@Path("/api/v1/organizations/{org}/staff/{id}/calendars")
@Produces(MediaType.APPLICATION_JSON)
public class BusyCalendarsResource {

    private final BusyCalendars calendars;
    private final Visit visit;
    private final Creation creation;

    @Inject
    BusyCalendarsResource(BusyCalendars calendars, Visit visit, Creation creation) {
        this.calendars = calendars;
        this.visit = visit;
        this.creation = creation;
    }

    @GET
    @Requires(Permission.OWN_CALENDAR)
    public Listing<CalendarView> list(@PathParam("id") PathId staff) {
        visit.requireCalendar(staff.value());
        return Listing.all(calendars.list(visit.organizationId(), staff.value()).stream()
                .map(this::view)
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.OWN_CALENDAR)
    public Response add(@PathParam("id") PathId staff, Input in) {
        visit.requireCalendar(staff.value());
        var name = in.find("name", text(0, 100));
        var address = in.get("address", text(1, FeedAddress.LONGEST));
        in.orThrow();
        return creation.answer(
                () -> view(calendars.add(visit.actor(), visit.organizationId(), staff.value(), name, address)));
    }

    @DELETE
    @Path("{calendar}")
    @Requires(Permission.OWN_CALENDAR)
    public void remove(@PathParam("id") PathId staff, @PathParam("calendar") PathId calendar) {
        visit.requireCalendar(staff.value());
        calendars.remove(visit.actor(), visit.organizationId(), staff.value(), calendar.value());
    }

    @POST
    @Path("{calendar}/refresh")
    @Requires(Permission.OWN_CALENDAR)
    public CalendarView refresh(@PathParam("id") PathId staff, @PathParam("calendar") PathId calendar) {
        visit.requireCalendar(staff.value());
        return view(calendars.refresh(visit.actor(), visit.organizationId(), staff.value(), calendar.value()));
    }

    private CalendarView view(BusyCalendars.Shown shown) {
        var calendar = shown.calendar();
        return new CalendarView(
                Ids.text(calendar.id()),
                calendar.name(),
                calendar.shown(),
                calendar.state(),
                calendar.fault(),
                calendar.fetchedAt().map(this::said),
                calendar.goodAt().map(this::said),
                said(calendar.nextFetchAt()),
                shown.blocks(),
                shown.booked());
    }

    private String said(Instant instant) {
        return Times.text(instant, visit.organization().zone());
    }

    /**
     * An outside calendar as the API shows it.
     *
     * @param address its scheme and host
     * @param blocks how many coming times it blocks
     * @param conflicts how many coming appointments lie in them
     */
    record CalendarView(
            String id,
            String name,
            String address,
            BusyState state,
            Optional<String> fault,
            Optional<String> fetchedAt,
            Optional<String> goodAt,
            String nextFetchAt,
            int blocks,
            int conflicts) {}
}
