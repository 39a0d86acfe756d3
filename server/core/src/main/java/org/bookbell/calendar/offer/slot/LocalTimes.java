package org.bookbell.calendar.offer.slot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The written rule for local times that a zone's clock skips or shows twice, as epoch seconds.
 *
 * <p>A time inside a gap becomes the gap's end. A start inside an overlap is its first occurrence, an end its second, so
 * that a range which spans the overlap covers both; an end on the overlap's first instant does not reach into it and is
 * its first occurrence. Not for several threads: it remembers between which transitions the last time lay, since the
 * next one mostly lies there too.
 */
public final class LocalTimes {

    private static final long DAY = 86_400;

    private final ZoneRules rules;
    private long calmFrom;
    private long calmUntil;
    private long calmOffset;

    LocalTimes(ZoneRules rules) {
        this.rules = rules;
    }

    long startOf(long epochDay, int minute) {
        long local = epochDay * DAY + minute * 60L;
        if (isCalm(local)) {
            return local - calmOffset;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        ZoneOffsetTransition transition = rules.getTransition(time);
        if (transition == null) {
            return remember(local - rules.getOffset(time).getTotalSeconds());
        }
        return transition.isGap() ? transition.toEpochSecond() : time.toEpochSecond(transition.getOffsetBefore());
    }

    long endOf(long epochDay, int minute) {
        long local = epochDay * DAY + minute * 60L;
        if (isCalm(local)) {
            return local - calmOffset;
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        ZoneOffsetTransition transition = rules.getTransition(time);
        if (transition == null) {
            return remember(local - rules.getOffset(time).getTotalSeconds());
        }
        return transition.isGap() ? transition.toEpochSecond() : time.toEpochSecond(endOffset(transition, time));
    }

    private static ZoneOffset endOffset(ZoneOffsetTransition overlap, LocalDateTime time) {
        return time.equals(overlap.getDateTimeAfter()) ? overlap.getOffsetBefore() : overlap.getOffsetAfter();
    }

    private boolean isCalm(long local) {
        return calmFrom <= local && local < calmUntil;
    }

    /** Remembers the stretch of local times around the instant that the clock neither skips nor repeats. */
    private long remember(long second) {
        Instant instant = Instant.ofEpochSecond(second);
        ZoneOffsetTransition last = rules.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition next = rules.nextTransition(instant);
        calmOffset = rules.getOffset(instant).getTotalSeconds();
        calmFrom = last == null ? Long.MIN_VALUE : local(last.getInstant(), later(last));
        calmUntil = next == null ? Long.MAX_VALUE : local(next.getInstant(), earlier(next));
        return second;
    }

    private static long local(Instant instant, ZoneOffset offset) {
        return instant.getEpochSecond() + offset.getTotalSeconds();
    }

    private static ZoneOffset later(ZoneOffsetTransition transition) {
        return transition.isGap() ? transition.getOffsetAfter() : transition.getOffsetBefore();
    }

    private static ZoneOffset earlier(ZoneOffsetTransition transition) {
        return transition.isGap() ? transition.getOffsetBefore() : transition.getOffsetAfter();
    }
}
