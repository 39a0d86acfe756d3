package org.bookbell.booking.slot;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of busy time, so that no path books a calendar twice.
 *
 * <p>It locks each calendar by changing its row, in the order of ids: a row lock on one database, a certified write on a
 * replicated one. Only then does it look for overlaps, by a locking read: at READ COMMITTED that read sees what the
 * transaction it waited for has written.
 */
@Dependent
public class CalendarLock {

    /** No busy time is longer, which bounds the search for overlaps. */
    public static final Duration LONGEST = Duration.ofHours(24);

    private final Sql sql;
    private final Clock clock;

    @Inject
    public CalendarLock(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Makes {@code time} busy in all {@code calendars} for an appointment that is new.
     *
     * @param time the gap after included, at most 24 hours
     * @param heldUntil when it becomes free again by itself; null for never
     * @return whether the time was free; if not, nothing was changed but the calendars' versions
     */
    public boolean reserve(Collection<Long> calendars, TimeSlot time, long appointmentId, @Nullable Instant heldUntil) {
        if (!isFree(calendars, List.of(), time, appointmentId)) {
            return false;
        }
        calendars.forEach(calendar -> insert(calendar, time, appointmentId, heldUntil));
        return true;
    }

    /**
     * Makes {@code time} busy for good in all {@code calendars} for an appointment, instead of what was busy for it before.
     *
     * @param time the gap after included, at most 24 hours
     * @return whether the time was free; if not, nothing was changed but the calendars' versions
     */
    boolean move(Collection<Long> calendars, TimeSlot time, long appointmentId) {
        if (!isFree(calendars, calendarsOf(appointmentId), time, appointmentId)) {
            return false;
        }
        remove(appointmentId);
        calendars.forEach(calendar -> insert(calendar, time, appointmentId, null));
        return true;
    }

    private boolean isFree(Collection<Long> calendars, Collection<Long> left, TimeSlot time, long appointmentId) {
        if (time.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("busy time must not exceed " + LONGEST + " but was " + time.length());
        }
        var ordered = new TreeSet<>(calendars);
        ordered.addAll(left);
        ordered.forEach(this::lock);
        return calendars.stream().noneMatch(calendar -> overlaps(calendar, time, appointmentId));
    }

    /** Frees what an appointment kept busy. */
    void release(long appointmentId) {
        new TreeSet<>(calendarsOf(appointmentId)).forEach(this::lock);
        remove(appointmentId);
    }

    private Collection<Long> calendarsOf(long appointmentId) {
        return sql.list(
                "SELECT calendar_id FROM busy_time WHERE appointment_id = ?",
                row -> row.getLong("calendar_id"),
                appointmentId);
    }

    private void lock(long calendar) {
        if (sql.update("UPDATE calendar SET version = version + 1 WHERE id = ?", calendar) != 1) {
            throw new IllegalStateException("there is no calendar " + calendar);
        }
    }

    private boolean overlaps(long calendar, TimeSlot time, long appointmentId) {
        return sql.find(
                        "SELECT appointment_id FROM busy_time WHERE calendar_id = ? AND starts_at > ? AND starts_at < ?"
                                + " AND ends_at > ? AND appointment_id <> ? AND (held_until IS NULL OR held_until > ?)"
                                + " FOR UPDATE",
                        row -> row.getLong("appointment_id"),
                        calendar,
                        time.startInclusive().minus(LONGEST),
                        time.endExclusive(),
                        time.startInclusive(),
                        appointmentId,
                        clock.instant())
                .isPresent();
    }

    private void remove(long appointmentId) {
        sql.update("DELETE FROM busy_time WHERE appointment_id = ?", appointmentId);
    }

    private void insert(long calendar, TimeSlot time, long appointmentId, @Nullable Instant heldUntil) {
        sql.update(
                "INSERT INTO busy_time (calendar_id, starts_at, appointment_id, ends_at, held_until)"
                        + " VALUES (?, ?, ?, ?, ?)",
                calendar,
                time.startInclusive(),
                appointmentId,
                time.endExclusive(),
                heldUntil);
    }
}
