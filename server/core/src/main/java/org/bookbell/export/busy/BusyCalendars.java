package org.bookbell.export.busy;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.calendar.StaffList;
import org.bookbell.export.busy.fetch.FeedAddress;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** The outside calendars of staff: who subscribes to one is fetched for within seconds, and then all the time. */
@UseCase
public class BusyCalendars {

    private static final int MOST = 10;
    private static final int LONGEST_NAME = 100;
    private static final Duration SOONEST_AGAIN = Duration.ofSeconds(10);

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;
    private final StaffList staffList;
    private final Subscribing subscribing;

    @Inject
    BusyCalendars(Sql sql, Ids ids, Clock clock, Audit audit, StaffList staffList, Subscribing subscribing) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.staffList = staffList;
        this.subscribing = subscribing;
    }

    /**
     * One with what it does.
     *
     * @param blocks how many coming times it blocks
     * @param booked how many coming appointments lie in them all the same
     */
    public record Shown(BusyCalendar calendar, int blocks, int booked) {}

    /** A staff member's, in the order in which they came. */
    public List<Shown> list(long organizationId, long staffId) {
        staffList.get(organizationId, staffId);
        return sql
                .list(
                        BusyCalendar.COLUMNS + " WHERE c.organization_id = ? AND c.staff_id = ? ORDER BY c.id",
                        BusyCalendar::read,
                        organizationId,
                        staffId)
                .stream()
                .map(this::shown)
                .toList();
    }

    public Shown get(long organizationId, long staffId, long id) {
        return sql.find(
                        BusyCalendar.COLUMNS + " WHERE c.id = ? AND c.organization_id = ? AND c.staff_id = ?",
                        BusyCalendar::read,
                        id,
                        organizationId,
                        staffId)
                .map(this::shown)
                .orElseThrow(() -> ProblemException.notFound("outside calendar"));
    }

    private Shown shown(BusyCalendar calendar) {
        var busy = subscribing.blocks().coming(calendar.id());
        return new Shown(calendar, busy.size(), subscribing.blocks().countBooked(calendar.staffId(), busy));
    }

    /**
     * Subscribes to a calendar.
     *
     * @param name what to call it; the host where it is empty
     * @param address as somebody entered it
     */
    public Shown add(Actor actor, long organizationId, long staffId, Optional<String> name, String address) {
        staffList.get(organizationId, staffId);
        var known = checked(name, address, staffId);
        var id = ids.next();
        var now = clock.instant();
        sql.update(
                "INSERT INTO busy_calendar (id, organization_id, staff_id, name, address, shown, state, failures, created_at,"
                        + " next_fetch_at, claim) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0)",
                id,
                organizationId,
                staffId,
                name.filter(text -> !text.isBlank())
                        .map(String::strip)
                        .orElseGet(() -> known.uri().getHost()),
                subscribing.cipher().seal(id, known),
                known.masked(),
                BusyState.NEW,
                now,
                now);
        audit.record(actor, organizationId, "busyCalendar.added", "busyCalendar", id, known.masked());
        return get(organizationId, staffId, id);
    }

    private FeedAddress checked(Optional<String> name, String text, long staffId) {
        var faults = new Faults();
        faults.check(
                name.orElse("").strip().length() <= LONGEST_NAME, "/name", "The name may have at most 100 characters.");
        var address = FeedAddress.parse(text);
        faults.check(
                address.isPresent(),
                "/address",
                "The address of a calendar begins with https:// or webcal://, names no user and has at most "
                        + FeedAddress.LONGEST + " characters.");
        var objections = address.stream().flatMap(each -> subscribing.fetching().objection(each).stream());
        objections.forEach(objection -> faults.check(false, "/address", objection));
        faults.check(
                sql.count("SELECT COUNT(*) FROM busy_calendar WHERE staff_id = ?", staffId) < MOST,
                "/address",
                "A staff member may have at most " + MOST + " outside calendars; remove one first.");
        faults.throwIfAny();
        return address.orElseThrow();
    }

    /** Ends a subscription; what it blocked is free again. */
    public void remove(Actor actor, long organizationId, long staffId, long id) {
        get(organizationId, staffId, id);
        subscribing.blocks().removeAll(staffId, id);
        sql.update("DELETE FROM busy_calendar WHERE id = ?", id);
        audit.record(actor, organizationId, "busyCalendar.removed", "busyCalendar", id, "");
    }

    /** Lets it be fetched now: within seconds, unless it was a moment ago or its server asked for a pause. */
    public Shown refresh(Actor actor, long organizationId, long staffId, long id) {
        var calendar = get(organizationId, staffId, id).calendar();
        var pause = sql.find(
                        "SELECT not_before FROM busy_calendar WHERE id = ?", row -> row.findInstant("not_before"), id)
                .flatMap(found -> found);
        var next = Stream.of(
                        Optional.of(clock.instant()), calendar.fetchedAt().map(at -> at.plus(SOONEST_AGAIN)), pause)
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElseThrow();
        sql.update("UPDATE busy_calendar SET next_fetch_at = ? WHERE id = ?", next, id);
        audit.record(actor, organizationId, "busyCalendar.refreshed", "busyCalendar", id, "");
        return get(organizationId, staffId, id);
    }
}
