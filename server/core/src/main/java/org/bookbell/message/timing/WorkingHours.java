package org.bookbell.message.timing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** The hours in which somebody can be expected to phone: 8:00 to 18:00 local time, Monday to Saturday. */
public final class WorkingHours {

    /** How long before an appointment it must be known whether its client was reached, so that a person can call. */
    public static final Duration TO_CALL = Duration.ofHours(3);

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private WorkingHours() {}

    /** The latest instant with {@code time} of working hours left before {@code end}. */
    public static Instant before(Instant end, Duration time, ZoneId zone) {
        var left = time;
        var day = end.atZone(zone).toLocalDate();
        while (true) {
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                var opens = at(day, OPENS, zone);
                var closes = earlier(at(day, CLOSES, zone), end);
                var worked = Duration.between(opens, closes);
                if (worked.compareTo(left) >= 0) {
                    return closes.minus(left);
                }
                left = worked.isNegative() ? left : left.minus(worked);
            }
            day = day.minusDays(1);
        }
    }

    /**
     * Until when it must be known whether a message arrived, so that a person can call.
     *
     * @param start of the message's appointment, if it has one
     */
    public static Instant latestToCall(Instant usefulUntil, Optional<Instant> start, ZoneId zone) {
        return start.map(at -> before(at, TO_CALL, zone))
                .filter(usefulUntil::isAfter)
                .orElse(usefulUntil);
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
