package org.bookbell.web.desk;

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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.access.Permission;
import org.bookbell.calendar.BlockKind;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.StaffList;
import org.bookbell.calendar.TimeBlock;
import org.bookbell.calendar.TimeBlocks;
import org.bookbell.calendar.TimeSlot;
import org.bookbell.calendar.setup.TimeBlockDetails;
import org.bookbell.calendar.setup.TimeBlockSetup;
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

/** Blocks times of a staff member, or opens additional ones. */
@Endpoint
@Path("/o/{org}/blocks")
@Produces(MediaType.TEXT_HTML)
public class BlocksPage {

    private static final Duration AHEAD = Duration.ofDays(90);

    private final TimeBlocks blocks;
    private final TimeBlockSetup setup;
    private final StaffList staffList;
    private final Visit visit;
    private final Clock clock;

    @Inject
    BlocksPage(TimeBlocks blocks, TimeBlockSetup setup, StaffList staffList, Visit visit, Clock clock) {
        this.blocks = blocks;
        this.setup = setup;
        this.staffList = staffList;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Requires(Permission.OWN_CALENDAR)
    public Page show() {
        return page(Filled.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Requires(Permission.OWN_CALENDAR)
    public Response add(Input in) {
        try {
            var calendar = in.get("calendar", Kind.ID);
            var details = new TimeBlockDetails(
                    in.get("kind", Kind.choice(BlockKind.class), BlockKind.NOT_AVAILABLE),
                    instant(in, "start"),
                    instant(in, "end"),
                    in.find("note", text(0, 200)).orElse(null));
            in.orThrow();
            visit.requireCalendar(calendar);
            setup.add(visit.actor(), visit.organizationId(), calendar, details);
            return Redirect.to(path());
        } catch (ProblemException refusal) {
            return Response.status(refusal.type().status())
                    .entity(page(Filled.refused(in, refusal)))
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
        return Redirect.to(path());
    }

    /** A date and a time of the day on the organization's wall. */
    private Instant instant(Input in, String name) {
        var date = in.get(name + "Date", Kind.DATE);
        var time = in.get(name + "Time", Kind.TIME);
        return ZonedDateTime.of(date, time, visit.organization().zone()).toInstant();
    }

    private Page page(Filled form) {
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
        return Page.of("desk/blocks", "Block a time", new BlocksView(path(), options, lines, form));
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
                        block.note().orElse("")));
    }

    private String path() {
        return "/o/" + visit.organization().slug() + "/blocks";
    }
}
