package org.bookbell.message.timing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The instant that a date and a time on the wall mean. A time that a zone skips is the instant of the jump; one that it
 * shows twice is the first.
 */
final class WallTime {

    private WallTime() {}

    static Instant instant(LocalDate date, LocalTime time, ZoneId zone) {
        var wall = LocalDateTime.of(date, time);
        var jump = zone.getRules().getTransition(wall);
        if (jump != null && jump.isGap()) {
            return jump.getInstant();
        }
        return wall.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** Like {@link #instant}, but the second where it is shown twice. */
    static Instant lastInstant(LocalDate date, LocalTime time, ZoneId zone) {
        var wall = LocalDateTime.of(date, time);
        var jump = zone.getRules().getTransition(wall);
        if (jump != null && jump.isGap()) {
            return jump.getInstant();
        }
        return wall.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
