package org.bookbell.web.desk;

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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bookbell.access.Permission;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.booking.PagedAppointments;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.hours.TimeBlock;
import org.bookbell.calendar.hours.TimeBlocks;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.calendar.setup.TimeBlockDetails;
import org.bookbell.calendar.setup.TimeBlockSetup;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.web.Endpoint;
import org.bookbell.web.access.Requires;
import org.bookbell.web.access.Visit;
import org.bookbell.web.booking.AppointmentLine;
import org.bookbell.web.booking.Names;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;
import org.bookbell.web.input.PathId;
import org.bookbell.web.page.Filled;
import org.bookbell.web.page.Frame;
import org.bookbell.web.page.Page;
import org.bookbell.web.page.Redirect;
import org.bookbell.web.page.Words;

/** Blocks times of a staff member, or opens additional ones. */
@Endpoint
@Path("/o/{org}/blocks")
@Produces(MediaType.TEXT_HTML)
public class BlocksPage {

    private static final Duration AHEAD = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_IN_THE_WAY = 10;

    private final TimeBlocks blocks;
    private final TimeBlockSetup setup;
    private final StaffList staffList;
    private final PagedAppointments pages;
    private final Names names;
    private final Visit visit;
    private final Clock clock;

    @Inject
    BlocksPage(
            TimeBlocks blocks,
            TimeBlockSetup setup,
            StaffList staffList,
            PagedAppointments pages,
            Names names,
            Visit visit,
            Clock clock) {
        this.blocks = blocks;
        this.setup = setup;
        this.staffList = staffList;
        this.pages = pages;
        this.names = names;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.OWN_CALENDAR)
    public Page show(@QueryParam("now") @DefaultValue("") String now) {
        var today = clock.instant()
                .atZone(visit.organization().zone())
                .toLocalDate()
                .toString();
        var notice = switch (now) {
            case "saved" -> "Saved.";
            case "removed" -> "Removed.";
            default -> "";
        };
        return page(Filled.with(Map.of("startDate", today, "endDate", today)), notice);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Response add(Input in) {
        try {
            var calendar = in.get("calendar", Kind.ID);
            var kind = in.get("kind", Kind.choice(BlockKind.class), BlockKind.NOT_AVAILABLE);
            var range = range(in);
            var note = in.find("note", text(0, 200)).orElse(null);
            in.orThrow();
            var details = new TimeBlockDetails(kind, range.startInclusive(), range.endExclusive(), note);
            visit.requireCalendar(calendar);
            setup.add(visit.actor(), visit.organizationId(), calendar, details);
            return Redirect.to(path() + "?now=saved");
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(Filled.refused(in, refusal), ""))
                    .build();
        }
    }

    @POST
    @Path("{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Response remove(@PathParam("id") PathId id) {
        visit.requireCalendar(blocks.get(visit.organizationId(), id.value()).calendarId());
        setup.remove(visit.actor(), visit.organizationId(), id.value());
        return Redirect.to(path() + "?now=removed");
    }

    /** The range that was meant, or a stand-in where it is noted as wrong. */
    private TimeSlot range(Input in) {
        var start = instant(in, "start");
        var end = instant(in, "end");
        var isGiven = in.isPresent("startDate")
                && in.isPresent("startTime")
                && in.isPresent("endDate")
                && in.isPresent("endTime");
        in.check(!isGiven || start.isBefore(end), "endTime", "The block must end after it starts.");
        return start.isBefore(end) ? new TimeSlot(start, end) : new TimeSlot(start, start.plusSeconds(1));
    }

    /** A date and a time of the day on the organization's wall. */
    private Instant instant(Input in, String name) {
        var date = in.get(name + "Date", Kind.DATE);
        var time = in.get(name + "Time", Kind.TIME);
        return ZonedDateTime.of(date, time, visit.organization().zone()).toInstant();
    }

    private Page page(Filled form, String notice) {
        var organization = visit.organization();
        var now = clock.instant();
        var range = new TimeSlot(now, now.plus(AHEAD));
        var staff = staffList.list(organization.id()).stream()
                .filter(Staff::isActive)
                .toList();
        var lines = staff.stream()
                .flatMap(each -> lines(each, blocks.list(organization.id(), each.id(), range)))
                .toList();
        var options = staff.stream()
                .map(each -> new DeskView.Option(
                        Ids.text(each.id()), each.name(), form.value("calendar").equals(Ids.text(each.id()))))
                .toList();
        return Page.of(
                "desk/blocks",
                "Block a time",
                new BlocksView(path(), root() + "/calendars", options, lines, choices(staff), notice, form));
    }

    private List<Frame.Link> choices(List<Staff> staff) {
        var organization = visit.organization();
        var own = visit.caller().staffIdIn(organization.id());
        return staff.stream()
                .filter(each -> visit.may(Permission.MANAGE) || own.equals(OptionalLong.of(each.id())))
                .map(each -> new Frame.Link(
                        "/o/" + organization.slug() + "/staff/" + Ids.text(each.id()) + "/choices", each.name()))
                .toList();
    }

    private Stream<BlocksView.Line> lines(Staff staff, List<TimeBlock> found) {
        var zone = visit.organization().zone();
        return found.stream()
                .map(block -> new BlocksView.Line(
                        path() + "/" + Ids.text(block.id()) + "/remove",
                        staff.name(),
                        Words.moment(block.range().startInclusive(), zone),
                        Words.moment(block.range().endExclusive(), zone),
                        block.kind() == BlockKind.AVAILABLE ? "open" : "blocked",
                        block.note().orElse(""),
                        inTheWay(staff, block)));
    }

    /** What begins in a blocked time, or may last into it. */
    private List<AppointmentLine> inTheWay(Staff staff, TimeBlock block) {
        if (block.kind() == BlockKind.AVAILABLE) {
            return List.of();
        }
        var organization = visit.organization();
        var theirs = AppointmentFilter.between(
                        block.range().startInclusive().minus(LONGEST),
                        block.range().endExclusive())
                .of(Optional.of(staff.id()), Optional.empty());
        var booked = pages.read(organization.id(), theirs)
                .flatMap(List::stream)
                .filter(each -> each.status().isLive() && each.time().overlaps(block.range()))
                .limit(MOST_IN_THE_WAY)
                .toList();
        return booked.isEmpty() ? List.of() : names.lines(organization.id(), "/o/" + organization.slug(), booked);
    }

    private String path() {
        return root() + "/blocks";
    }

    private String root() {
        return "/o/" + visit.organization().slug();
    }
}
