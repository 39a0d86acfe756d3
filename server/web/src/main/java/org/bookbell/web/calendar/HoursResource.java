package org.bookbell.web.calendar;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.util.List;
import org.bookbell.access.Permission;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.hours.Hours;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.calendar.setup.HoursSetup;
import org.bookbell.calendar.setup.WeekDetails;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.answer.Versions;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;

/** The normal week of a staff member; its entity tag is the staff member's. */
@Endpoint
@Path("/api/v1/organizations/{org}/staff/{id}/hours")
@Produces(MediaType.APPLICATION_JSON)
public class HoursResource {

    private static final int MOST_RANGES = 100;

    private final StaffList staffList;
    private final Hours hours;
    private final HoursSetup setup;
    private final Visit visit;

    @Inject
    HoursResource(StaffList staffList, Hours hours, HoursSetup setup, Visit visit) {
        this.staffList = staffList;
        this.hours = hours;
        this.setup = setup;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.READ)
    public Response get(@PathParam("id") PathId id) {
        var staff = staffList.get(visit.organizationId(), id.value());
        return Versions.answer(WeekView.of(hours.of(staff)), staff.version());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.OWN_CALENDAR)
    public Response replace(@PathParam("id") PathId id, Input in, @Context HttpHeaders headers) {
        visit.requireCalendar(id.value());
        var week = new WeekDetails(in.objects("hours", MOST_RANGES).stream()
                .map(HoursResource::read)
                .toList());
        in.check(in.isPresent("hours"), "hours", "The array \"hours\" is missing; an empty one means no hours.");
        in.orThrow();
        var current = staffList.get(visit.organizationId(), id.value());
        var version = Versions.seen(headers, current.version());
        setup.replace(visit.actor(), visit.organizationId(), id.value(), version, week);
        return get(id);
    }

    private static WeekDetails.DayRange read(Input in) {
        return new WeekDetails.DayRange(
                in.get("weekday", Kind.choice(DayOfWeek.class)),
                in.get("from", Kind.CLOCK_TIME),
                in.get("to", Kind.CLOCK_TIME));
    }

    /** A week as the API shows it. */
    record WeekView(List<RangeView> hours) {

        static WeekView of(WeeklyHours week) {
            return new WeekView(WeekDetails.of(week).hours().stream()
                    .map(range -> new RangeView(
                            range.weekday(),
                            LocalRange.formatMinute(range.fromMinute()),
                            LocalRange.formatMinute(range.toMinute())))
                    .toList());
        }
    }

    /** One range of one weekday. */
    record RangeView(DayOfWeek weekday, String from, String to) {}
}
