package org.bookbell.calendar;

import java.time.Duration;

/**
 * The times of a service.
 *
 * @param durationMinutes how long an appointment lasts
 * @param gapMinutes how long the calendar stays free after it
 * @param stepMinutes the distance of two starts that are offered
 * @param noticeMinutes how long before its start it can be booked at the latest
 * @param windowDays how many days ahead it can be booked; that day counts whole
 */
public record ServiceTimes(int durationMinutes, int gapMinutes, int stepMinutes, int noticeMinutes, int windowDays) {

    public Duration duration() {
        return Duration.ofMinutes(durationMinutes);
    }

    public Duration gapAfter() {
        return Duration.ofMinutes(gapMinutes);
    }

    public Duration step() {
        return Duration.ofMinutes(stepMinutes);
    }

    public Duration notice() {
        return Duration.ofMinutes(noticeMinutes);
    }
}
