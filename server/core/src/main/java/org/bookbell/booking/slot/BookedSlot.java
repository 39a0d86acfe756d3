package org.bookbell.booking.slot;

import java.time.Duration;
import java.time.ZoneId;
import org.bookbell.calendar.hours.TimeSlot;

/**
 * What an appointment takes of a calendar.
 *
 * @param time from start to end, without the gap
 * @param gap how long the calendar stays busy after it
 * @param zone the zone in which it is told
 */
public record BookedSlot(long organizationId, long serviceId, long staffId, TimeSlot time, Duration gap, ZoneId zone) {

    TimeSlot busyTime() {
        return time.extendedBy(gap);
    }
}
