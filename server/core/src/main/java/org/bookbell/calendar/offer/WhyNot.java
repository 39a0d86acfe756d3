package org.bookbell.calendar.offer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.calendar.hours.TimeSlot;

/** One reason why a time is not offered. */
public sealed interface WhyNot {

    /** The stable name of the reason: {@code outside-hours}. */
    String code();

    /** The reason as a full sentence, its times as the clock on a wall in {@code zone} shows them. */
    String inWords(ZoneId zone);

    /** The service is offered no more. */
    record ServiceInactive() implements WhyNot {
        @Override
        public String code() {
            return "service-inactive";
        }

        @Override
        public String inWords(ZoneId zone) {
            return "The service is not offered any more.";
        }
    }

    /** The staff member has left. */
    record StaffInactive() implements WhyNot {
        @Override
        public String code() {
            return "staff-inactive";
        }

        @Override
        public String inWords(ZoneId zone) {
            return "The staff member is not booked any more.";
        }
    }

    /** The staff member does not give the service. */
    record NotGiven() implements WhyNot {
        @Override
        public String code() {
            return "not-given";
        }

        @Override
        public String inWords(ZoneId zone) {
            return "The staff member does not give this service.";
        }
    }

    /** The time is past, or nearer than the minimum notice. */
    record TooShortNotice(Instant earliest) implements WhyNot {
        @Override
        public String code() {
            return "too-short-notice";
        }

        @Override
        public String inWords(ZoneId zone) {
            return "It is too soon: the earliest time that can be booked now is " + moment(earliest, zone) + ".";
        }
    }

    /** The time lies beyond the booking window. */
    record BeyondWindow(Instant latestExclusive) implements WhyNot {
        @Override
        public String code() {
            return "beyond-window";
        }

        @Override
        public String inWords(ZoneId zone) {
            return "It is too far ahead: times before " + moment(latestExclusive, zone) + " can be booked now.";
        }
    }

    /**
     * The slot does not lie within the hours.
     *
     * @param open the ranges of that day
     */
    record OutsideHours(List<TimeSlot> open) implements WhyNot {
        @Override
        public String code() {
            return "outside-hours";
        }

        @Override
        public String inWords(ZoneId zone) {
            return open.isEmpty()
                    ? "There are no hours on that day."
                    : "It does not lie within the hours, which are "
                            + String.join(
                                    " and ",
                                    open.stream()
                                            .map(range -> span(range, zone))
                                            .toList()) + ".";
        }
    }

    /** The start is not on the grid of the range that it lies in. */
    record NotOnGrid(Instant before, Optional<Instant> after) implements WhyNot {
        @Override
        public String code() {
            return "not-on-grid";
        }

        @Override
        public String inWords(ZoneId zone) {
            String next = after.map(start -> " and " + time(start, zone)).orElse("");
            return "Starts are offered in steps; the nearest are " + time(before, zone) + next + ".";
        }
    }

    /** A NOT_AVAILABLE block covers some of it. */
    record Blocked(long blockId, TimeSlot range) implements WhyNot {
        @Override
        public String code() {
            return "blocked";
        }

        @Override
        public String inWords(ZoneId zone) {
            return "The calendar is blocked " + span(range, zone) + ".";
        }
    }

    /**
     * Another appointment, or a hold, takes some of it.
     *
     * @param taken without the gap after it, where that is known
     * @param heldUntil when the hold expires, if it is one
     */
    record Busy(long appointmentId, TimeSlot taken, Optional<Instant> heldUntil) implements WhyNot {
        @Override
        public String code() {
            return heldUntil.isPresent() ? "held" : "busy";
        }

        @Override
        public String inWords(ZoneId zone) {
            return heldUntil
                    .map(until -> "Somebody is just booking " + span(taken, zone) + "; it is held until "
                            + time(until, zone) + ".")
                    .orElseGet(() -> "Another appointment takes " + span(taken, zone) + ".");
        }
    }

    /** It starts in the gap after another appointment. */
    record InGapAfter(long appointmentId, TimeSlot gap) implements WhyNot {
        @Override
        public String code() {
            return "in-gap-after";
        }

        @Override
        public String inWords(ZoneId zone) {
            return "The appointment before it needs a gap " + span(gap, zone) + ".";
        }
    }

    /** The gap after it would run into the next appointment. */
    record OwnGapTaken(long appointmentId, TimeSlot taken) implements WhyNot {
        @Override
        public String code() {
            return "own-gap-taken";
        }

        @Override
        public String inWords(ZoneId zone) {
            return "The gap after it would run into the appointment " + span(taken, zone) + ".";
        }
    }

    private static String span(TimeSlot slot, ZoneId zone) {
        boolean sameDay = slot.startInclusive()
                .atZone(zone)
                .toLocalDate()
                .equals(slot.endExclusive().atZone(zone).toLocalDate());
        return "from " + moment(slot.startInclusive(), zone) + " to "
                + (sameDay ? time(slot.endExclusive(), zone) : moment(slot.endExclusive(), zone));
    }

    private static String moment(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH)
                .format(instant.atZone(zone));
    }

    private static String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(instant.atZone(zone));
    }
}
