package org.bookbell.calendar.offer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The written rule for local times that a zone's clock skips or shows twice, as epoch seconds.
 *
 * <p>A time inside a gap becomes the gap's end. A start inside an overlap is its first occurrence, an end its second, so
 * that a range which spans the overlap covers both; an end on the overlap's first instant does not reach into it and is
 * its first occurrence.
 */
final class LocalTimes {
    private LocalTimes() {}

    static long startOf(ZoneRules rules, LocalDate date, int minute) {
        LocalDateTime local = at(date, minute);
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition == null) {
            return local.toEpochSecond(rules.getOffset(local));
        }
        return transition.isGap() ? transition.toEpochSecond() : local.toEpochSecond(transition.getOffsetBefore());
    }

    static long endOf(ZoneRules rules, LocalDate date, int minute) {
        LocalDateTime local = at(date, minute);
        ZoneOffsetTransition transition = rules.getTransition(local);
        if (transition == null) {
            return local.toEpochSecond(rules.getOffset(local));
        }
        return transition.isGap() ? transition.toEpochSecond() : local.toEpochSecond(endOffset(transition, local));
    }

    private static ZoneOffset endOffset(ZoneOffsetTransition overlap, LocalDateTime local) {
        return local.equals(overlap.getDateTimeAfter()) ? overlap.getOffsetBefore() : overlap.getOffsetAfter();
    }

    private static LocalDateTime at(LocalDate date, int minute) {
        return LocalDateTime.of(date, LocalTime.MIDNIGHT).plusMinutes(minute);
    }
}
