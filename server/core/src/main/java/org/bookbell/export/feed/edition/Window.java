package org.bookbell.export.feed.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.bookbell.export.feed.FeedView;

/**
 * The time that a feed covers, in whole days of its zone: it moves at midnight and stands still in between.
 *
 * @param from the first instant covered
 * @param to the first instant not covered
 * @param cancelledSince what was cancelled before is left out
 */
public record Window(Instant from, Instant to, Instant cancelledSince) {

    /** How long subscribers have to learn of a cancellation. */
    private static final int DAYS_CANCELLED = 60;

    static Window of(FeedView view, LocalDate today, ZoneId zone) {
        return new Window(
                today.minusDays(view.daysBack()).atStartOfDay(zone).toInstant(),
                today.plusDays(view.daysAhead() + 1L).atStartOfDay(zone).toInstant(),
                today.minusDays(DAYS_CANCELLED).atStartOfDay(zone).toInstant());
    }

    /** The same, from {@code earlier} on and with whatever was cancelled. */
    Window reachingBackTo(Instant earlier) {
        return new Window(earlier, to, Instant.EPOCH);
    }
}
