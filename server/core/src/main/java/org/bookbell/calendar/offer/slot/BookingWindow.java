package org.bookbell.calendar.offer.slot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The starts that minimum notice and booking window leave at some moment.
 *
 * <p>Notice is elapsed time. The window is counted in days of the organization's zone and its last day counts whole:
 * with a window of 30 days, whatever the hour, the thirtieth day from today can be booked until its midnight.
 */
public record BookingWindow(Instant earliestInclusive, Instant latestExclusive, Instant growsAt) {
    public static BookingWindow at(Instant now, Duration notice, int windowDays, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new BookingWindow(
                now.plus(notice),
                today.plusDays(windowDays + 1L).atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public boolean contains(Instant start) {
        return !start.isBefore(earliestInclusive) && start.isBefore(latestExclusive);
    }
}
