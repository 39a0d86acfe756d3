package org.bookbell.calendar.offer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.calendar.offer.slot.BookingWindow;
import org.bookbell.calendar.offer.slot.SlotRules;

/**
 * A service as its slots need it, and who gives it.
 *
 * @param versions what it was read at
 * @param isActive whether it is offered at all
 * @param isOnline whether strangers may see and book it
 * @param zone the organization's, in which the booking window counts days
 * @param members the active staff, in the order of the organization's list
 */
record Roster(
        Versions versions,
        boolean isActive,
        boolean isOnline,
        SlotRules rules,
        Duration notice,
        int windowDays,
        ZoneId zone,
        List<Member> members) {

    /** Somebody who gives the service. */
    record Member(long id, ZoneId zone, WeeklyHours hours) {}

    /** Those whose slots are wanted; nobody where the service is not offered. */
    List<Member> members(Optional<Long> staffId) {
        if (!isActive) {
            return List.of();
        }
        return staffId.map(id ->
                        members.stream().filter(member -> member.id() == id).toList())
                .orElse(members);
    }

    BookingWindow windowAt(Instant now) {
        return BookingWindow.at(now, notice, windowDays, zone);
    }
}
