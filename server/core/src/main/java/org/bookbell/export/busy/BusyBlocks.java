package org.bookbell.export.busy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.bookbell.calendar.Calendars;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The time blocks of outside calendars, in the caller's transaction. A calendar's version rises when what is offered
 * changes and not otherwise: most fetches find what was found before.
 */
@Dependent
class BusyBlocks {

    private final Sql sql;
    private final Ids ids;
    private final Calendars calendars;
    private final Clock clock;

    @Inject
    BusyBlocks(Sql sql, Ids ids, Calendars calendars, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** How many were added and removed. */
    record Change(int added, int removed) {

        boolean isNone() {
            return added == 0 && removed == 0;
        }
    }

    /** Makes {@code slots} all blocks of a source that end after {@code since}; earlier ones are forgotten. */
    Change replace(long organizationId, long calendarId, long sourceId, List<TimeSlot> slots, Instant since) {
        var before = new HashMap<TimeSlot, Long>();
        sql.list(
                        "SELECT id, starts_at, ends_at FROM time_block WHERE source_id = ? AND ends_at > ?",
                        row -> before.put(
                                new TimeSlot(row.getInstant("starts_at"), row.getInstant("ends_at")),
                                row.getLong("id")),
                        sourceId,
                        since)
                .clear();
        var added = new ArrayList<@Nullable Object[]>();
        for (var slot : slots) {
            if (before.remove(slot) == null) {
                added.add(row(organizationId, calendarId, sourceId, slot));
            }
        }
        var change = new Change(added.size(), before.size());
        if (!change.isNone()) {
            calendars.bump(calendarId);
            remove(before.values());
            insert(added);
        }
        sql.update("DELETE FROM time_block WHERE source_id = ? AND ends_at <= ?", sourceId, since);
        return change;
    }

    private void remove(Iterable<Long> blocks) {
        var gone = new ArrayList<@Nullable Object[]>();
        blocks.forEach(id -> gone.add(new Object[] {id}));
        sql.batch("DELETE FROM time_block WHERE id = ?", gone);
    }

    private void insert(List<@Nullable Object[]> rows) {
        sql.insertAll(
                "INSERT INTO time_block (id, organization_id, calendar_id, kind, starts_at, ends_at, version, source_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private @Nullable Object[] row(long organizationId, long calendarId, long sourceId, TimeSlot slot) {
        return new Object[] {
            ids.next(),
            organizationId,
            calendarId,
            BlockKind.NOT_AVAILABLE,
            slot.startInclusive(),
            slot.endExclusive(),
            1L,
            sourceId
        };
    }

    /** Removes all blocks of a source. */
    void removeAll(long calendarId, long sourceId) {
        calendars.bump(calendarId);
        sql.update("DELETE FROM time_block WHERE source_id = ?", sourceId);
    }

    /** The coming busy times of a source, by start. */
    List<TimeSlot> coming(long sourceId) {
        return sql.list(
                "SELECT starts_at, ends_at FROM time_block WHERE source_id = ? AND ends_at > ? ORDER BY starts_at",
                row -> new TimeSlot(row.getInstant("starts_at"), row.getInstant("ends_at")),
                sourceId,
                clock.instant());
    }

    /** How many coming appointments of a calendar lie in {@code busy} times, which do not overlap each other. */
    int countBooked(long calendarId, List<TimeSlot> busy) {
        var ends = new TreeMap<Instant, Instant>();
        busy.forEach(slot -> ends.put(slot.startInclusive(), slot.endExclusive()));
        return (int) sql
                .list(
                        "SELECT starts_at, ends_at FROM appointment WHERE staff_id = ? AND ends_at > ?"
                                + " AND status IN ('REQUESTED', 'BOOKED', 'CONFIRMED')",
                        row -> new TimeSlot(row.getInstant("starts_at"), row.getInstant("ends_at")),
                        calendarId,
                        clock.instant())
                .stream()
                .filter(appointment -> {
                    var last = ends.lowerEntry(appointment.endExclusive());
                    return last != null && last.getValue().isAfter(appointment.startInclusive());
                })
                .count();
    }
}
