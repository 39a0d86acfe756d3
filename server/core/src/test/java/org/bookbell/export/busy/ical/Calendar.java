package org.bookbell.export.busy.ical;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** Calendars of tests, and what is read of them from 2026-11-02 on, for 400 days, by somebody in Berlin. */
final class Calendar {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final TimeSlot WINDOW =
            new TimeSlot(Instant.parse("2026-11-01T23:00:00Z"), Instant.parse("2027-12-06T23:00:00Z"));

    private Calendar() {}

    /** A calendar of one event. */
    static String event(String... lines) {
        return calendar("BEGIN:VEVENT\n" + String.join("\n", lines) + "\nEND:VEVENT");
    }

    static String calendar(String... components) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\n" + String.join("\n", components) + "\nEND:VCALENDAR\n";
    }

    static List<TimeSlot> slots(String text) throws UnreadableCalendar {
        return BusyReader.read(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), BERLIN, WINDOW);
    }

    /** {@code 2026-11-02T08:00:00Z/2026-11-02T09:00:00Z}. */
    static List<String> busy(String text) throws UnreadableCalendar {
        return slots(text).stream()
                .map(slot -> slot.startInclusive() + "/" + slot.endExclusive())
                .toList();
    }

    static String fault(String text) {
        try {
            return "read: " + busy(text);
        } catch (UnreadableCalendar refused) {
            return refused.getMessage();
        }
    }
}
