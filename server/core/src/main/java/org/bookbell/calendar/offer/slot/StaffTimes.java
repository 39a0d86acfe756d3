package org.bookbell.calendar.offer.slot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.calendar.hours.WeeklyHours;

/**
 * When one calendar is open and when it is taken. Each weekly range is a range of its own, and so is, day by day, what an
 * AVAILABLE block adds to it: ranges never reach over midnight of the calendar's zone, which keeps the grid of starts
 * the same whatever stretch of time is asked for.
 */
public final class StaffTimes {
    private final ZoneId zone;
    private final WeeklyHours hours;
    private final Spans added;
    private final Spans removed;
    private final Spans busy;

    public StaffTimes(ZoneId zone, WeeklyHours hours, Spans added, Spans removed, Spans busy) {
        this.zone = zone;
        this.hours = hours;
        this.added = added;
        this.removed = removed;
        this.busy = busy;
    }

    /**
     * The times that a week, its exceptions and what is taken make.
     *
     * @param zone whose local times the hours are
     * @param added what AVAILABLE blocks add
     * @param removed what NOT_AVAILABLE blocks remove, wherever something was added too
     * @param busy what is booked or held, the gap after included
     */
    public static StaffTimes of(
            ZoneId zone, WeeklyHours hours, List<TimeSlot> added, List<TimeSlot> removed, List<TimeSlot> busy) {
        return new StaffTimes(zone, hours, inner(added), outer(removed), outer(busy));
    }

    Spans removed() {
        return removed;
    }

    Spans busy() {
        return busy;
    }

    /** The open ranges that may matter to starts in {@code [from, to)} and what begins there within a day. */
    public Spans ranges(long from, long to) {
        LocalDate first = dateOf(from).minusDays(1);
        LocalDate last = dateOf(to).plusDays(2);
        LocalTimes times = new LocalTimes(zone.getRules());
        Spans.Builder weekly = new Spans.Builder();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            for (LocalRange range : hours.on(date.getDayOfWeek())) {
                weekly.add(
                        times.startOf(date.toEpochDay(), range.fromMinute()),
                        times.endOf(date.toEpochDay(), range.toMinute()));
            }
        }
        Spans ofWeek = weekly.clipped();
        return added.size() == 0 ? ofWeek : withAdded(ofWeek, first, last, times);
    }

    private Spans withAdded(Spans ofWeek, LocalDate first, LocalDate last, LocalTimes times) {
        Spans.Builder all = new Spans.Builder().addAll(ofWeek);
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            long dayStart = times.startOf(date.toEpochDay(), 0);
            long dayEnd = times.startOf(date.toEpochDay() + 1, 0);
            for (int i = added.firstEndingAfter(dayStart); i < added.size() && added.start(i) < dayEnd; i++) {
                long start = Math.max(dayStart, added.start(i));
                ofWeek.addUncovered(start, Math.min(dayEnd, added.end(i)), all);
            }
        }
        return all.clipped();
    }

    public LocalDate dateOf(long second) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
    }

    private static Spans outer(List<TimeSlot> slots) {
        Spans.Builder spans = new Spans.Builder();
        slots.forEach(slot -> spans.add(slot.startInclusive().getEpochSecond(), ceiling(slot.endExclusive())));
        return spans.clipped();
    }

    private static Spans inner(List<TimeSlot> slots) {
        Spans.Builder spans = new Spans.Builder();
        slots.forEach(slot ->
                spans.add(ceiling(slot.startInclusive()), slot.endExclusive().getEpochSecond()));
        return spans.clipped();
    }

    public static long ceiling(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
