package org.bookbell.calendar.offer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.calendar.Service;
import org.bookbell.calendar.Staff;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.hours.Hours;
import org.bookbell.calendar.hours.TimeBlock;
import org.bookbell.calendar.hours.TimeBlocks;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.calendar.offer.slot.Spans;
import org.bookbell.calendar.offer.slot.StaffTimes;
import org.bookbell.storage.Sql;

/** What the calendar of a staff member has against a slot: hours and grid, blocks, other appointments. */
@Dependent
class WhyCalendar {

    private static final Duration DAY = Duration.ofHours(24);

    private final Hours hours;
    private final TimeBlocks blocks;
    private final Sql sql;

    @Inject
    WhyCalendar(Hours hours, TimeBlocks blocks, Sql sql) {
        this.hours = hours;
        this.blocks = blocks;
        this.sql = sql;
    }

    List<WhyNot> explain(Service service, Staff staff, Instant start, Instant now) {
        TimeSlot slot = TimeSlot.of(start, service.times().duration());
        List<WhyNot> reasons = new ArrayList<>();
        TimeSlot around = new TimeSlot(
                slot.startInclusive().minus(DAY.multipliedBy(2)),
                slot.endExclusive().plus(DAY));
        List<TimeBlock> nearby = blocks.listAll(staff.organizationId(), staff.id(), around);
        addHours(service, timesOf(staff, nearby), slot, reasons);
        nearby.stream()
                .filter(block ->
                        block.kind() == BlockKind.NOT_AVAILABLE && block.range().overlaps(slot))
                .map(block -> new WhyNot.Blocked(block.id(), block.range()))
                .forEach(reasons::add);
        addBusy(staff, slot, slot.extendedBy(service.times().gapAfter()), now, reasons);
        return reasons;
    }

    private StaffTimes timesOf(Staff staff, List<TimeBlock> nearby) {
        List<TimeSlot> added = nearby.stream()
                .filter(block -> block.kind() == BlockKind.AVAILABLE)
                .map(TimeBlock::range)
                .toList();
        return StaffTimes.of(staff.zone(), hours.of(staff), added, List.of(), List.of());
    }

    private static void addHours(Service service, StaffTimes times, TimeSlot slot, List<WhyNot> reasons) {
        long start = StaffTimes.ceiling(slot.startInclusive());
        Spans ranges = times.ranges(start, start + 1);
        int i = ranges.firstEndingAfter(start);
        boolean starts = i < ranges.size() && ranges.start(i) <= start;
        if (!starts || slot.endExclusive().isAfter(Instant.ofEpochSecond(ranges.unbrokenEnd(i)))) {
            reasons.add(new WhyNot.OutsideHours(sameDay(times, ranges, start)));
            return;
        }
        long step = service.times().step().toSeconds();
        long steps = (start - ranges.start(i)) / step;
        Instant before = Instant.ofEpochSecond(ranges.start(i) + steps * step);
        if (!before.equals(slot.startInclusive())) {
            Instant after = before.plusSeconds(step);
            reasons.add(new WhyNot.NotOnGrid(
                    before, Optional.of(after).filter(next -> next.isBefore(Instant.ofEpochSecond(ranges.end(i))))));
        }
    }

    private static List<TimeSlot> sameDay(StaffTimes times, Spans ranges, long second) {
        List<TimeSlot> open = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i++) {
            if (times.dateOf(ranges.start(i)).equals(times.dateOf(second))) {
                open.add(new TimeSlot(Instant.ofEpochSecond(ranges.start(i)), Instant.ofEpochSecond(ranges.end(i))));
            }
        }
        return open;
    }

    private void addBusy(Staff staff, TimeSlot slot, TimeSlot withGap, Instant now, List<WhyNot> reasons) {
        for (Taken taken : taken(staff.id(), withGap)) {
            if (taken.heldUntil().filter(until -> !until.isAfter(now)).isEmpty()) {
                taken.against(slot, withGap).ifPresent(reasons::add);
            }
        }
    }

    /** The end of an appointment stands in its own row: busy time knows it together with the gap only. */
    private List<Taken> taken(long calendarId, TimeSlot range) {
        return sql.list(
                "SELECT b.appointment_id, b.starts_at, b.ends_at, b.held_until, a.ends_at AS appointment_ends_at"
                        + " FROM busy_time b LEFT JOIN appointment a ON a.id = b.appointment_id"
                        + " WHERE b.calendar_id = ? AND b.starts_at > ? AND b.starts_at < ? ORDER BY b.starts_at",
                row -> new Taken(
                        row.getLong("appointment_id"),
                        new TimeSlot(row.getInstant("starts_at"), row.getInstant("ends_at")),
                        row.findInstant("appointment_ends_at").orElse(row.getInstant("ends_at")),
                        row.findInstant("held_until")),
                calendarId,
                range.startInclusive().minus(DAY),
                range.endExclusive());
    }

    /** One busy time, and where within it the appointment ends and the gap begins. */
    private record Taken(long appointmentId, TimeSlot busy, Instant ends, Optional<Instant> heldUntil) {

        Optional<WhyNot> against(TimeSlot slot, TimeSlot withGap) {
            if (!busy.overlaps(withGap)) {
                return Optional.empty();
            }
            TimeSlot appointment = new TimeSlot(busy.startInclusive(), ends);
            if (appointment.overlaps(slot)) {
                return Optional.of(new WhyNot.Busy(appointmentId, appointment, heldUntil));
            }
            return Optional.of(
                    busy.overlaps(slot)
                            ? new WhyNot.InGapAfter(appointmentId, new TimeSlot(ends, busy.endExclusive()))
                            : new WhyNot.OwnGapTaken(appointmentId, appointment));
        }
    }
}
