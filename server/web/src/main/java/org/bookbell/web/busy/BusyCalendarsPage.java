package org.bookbell.web.busy;

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
import java.util.OptionalLong;
import org.bookbell.access.Permission;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.export.busy.BusyCalendar;
import org.bookbell.export.busy.BusyCalendars;
import org.bookbell.export.busy.fetch.FeedAddress;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;
import org.bookbell.web.page.Words;

/** Subscribes staff to calendars that are kept elsewhere. */
@Endpoint
@Path("/o/{org}/calendars")
@Produces(MediaType.TEXT_HTML)
public class BusyCalendarsPage {

    private final BusyCalendars calendars;
    private final StaffList staffList;
    private final Visit visit;

    @Inject
    BusyCalendarsPage(BusyCalendars calendars, StaffList staffList, Visit visit) {
        this.calendars = calendars;
        this.staffList = staffList;
        this.visit = visit;
    }

    @GET
    @Requires(Permission.OWN_CALENDAR)
    public Page show(@QueryParam("now") @DefaultValue("") String now) {
        var notice = switch (now) {
            case "added" -> "Added. It is read within seconds: reload this page to see what came of it.";
            case "removed" -> "Removed. What it blocked is free again.";
            case "refreshed" -> "It is read again within seconds: reload this page to see what came of it.";
            default -> "";
        };
        return page(Filled.empty(), notice);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Response add(Input in) {
        try {
            var staff = in.get("staff", Kind.ID);
            var name = in.find("name", text(0, 100));
            var address = in.get("address", text(1, FeedAddress.LONGEST));
            in.orThrow();
            visit.requireCalendar(staff);
            calendars.add(visit.actor(), visit.organizationId(), staff, name, address);
            return Redirect.to(path() + "?now=added");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(Filled.refused(in, refusal), ""))
                    .build();
        }
    }

    @POST
    @Path("{staff}/{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Response remove(@PathParam("staff") PathId staff, @PathParam("id") PathId id) {
        visit.requireCalendar(staff.value());
        calendars.remove(visit.actor(), visit.organizationId(), staff.value(), id.value());
        return Redirect.to(path() + "?now=removed");
    }

    @POST
    @Path("{staff}/{id}/refresh")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Response refresh(@PathParam("staff") PathId staff, @PathParam("id") PathId id) {
        visit.requireCalendar(staff.value());
        calendars.refresh(visit.actor(), visit.organizationId(), staff.value(), id.value());
        return Redirect.to(path() + "?now=refreshed");
    }

    private Page page(Filled form, String notice) {
        var staff = theirs();
        var options = staff.stream()
                .map(each -> new BusyCalendarsView.Option(
                        Ids.text(each.id()), each.name(), form.value("staff").equals(Ids.text(each.id()))))
                .toList();
        var lines = staff.stream()
                .flatMap(each -> calendars.list(visit.organizationId(), each.id()).stream()
                        .map(shown -> line(each, shown)))
                .toList();
        return Page.of(
                "busy/calendars", "Outside calendars", new BusyCalendarsView(path(), options, lines, notice, form));
    }

    /** Whose calendars the reader may change. */
    private List<Staff> theirs() {
        var own = visit.caller().staffIdIn(visit.organizationId());
        return staffList.list(visit.organizationId()).stream()
                .filter(Staff::isActive)
                .filter(each -> visit.may(Permission.MANAGE) || own.equals(OptionalLong.of(each.id())))
                .toList();
    }

    private BusyCalendarsView.Line line(Staff staff, BusyCalendars.Shown shown) {
        var calendar = shown.calendar();
        return new BusyCalendarsView.Line(
                path() + "/" + Ids.text(staff.id()) + "/" + Ids.text(calendar.id()),
                staff.name(),
                calendar.name(),
                calendar.shown(),
                standing(calendar),
                calendar.fault().orElse(""),
                shown.blocks() == 1 ? "blocks 1 coming time" : "blocks " + shown.blocks() + " coming times",
                switch (shown.booked()) {
                    case 0 -> "";
                    case 1 -> "1 appointment is booked in a time that it blocks.";
                    default -> shown.booked() + " appointments are booked in times that it blocks.";
                });
    }

    private String standing(BusyCalendar calendar) {
        var zone = visit.organization().zone();
        return switch (calendar.state()) {
            case NEW -> "not read yet";
            case GOOD -> "read " + Words.moment(calendar.goodAt().orElseThrow(), zone);
            case FAILING ->
                "could not be read " + Words.moment(calendar.fetchedAt().orElseThrow(), zone)
                        + calendar.goodAt()
                                .map(at -> ", last read " + Words.moment(at, zone))
                                .orElse("");
        };
    }

    private String path() {
        return "/o/" + visit.organization().slug() + "/calendars";
    }
}
