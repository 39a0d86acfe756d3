package org.bookbell.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as RFC 5545 §3.3.5 writes them, to the second. */
final class Times {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx");
    private static final DateTimeFormatter OFFSET_WITH_SECONDS = DateTimeFormatter.ofPattern("xxxx");

    private Times() {}

    static String local(LocalDateTime time) {
        return LOCAL.format(time);
    }

    static String utc(Instant instant) {
        return LOCAL.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }

    /** RFC 5545 §3.3.6, to the minute and at least one; without days, so that no clock change alters it. */
    static String duration(Duration duration) {
        return Duration.ofMinutes(Math.max(1, duration.toMinutes())).toString();
    }

    /** RFC 5545 §3.3.14. */
    static String offset(ZoneOffset offset) {
        return (offset.getTotalSeconds() % 60 == 0 ? OFFSET : OFFSET_WITH_SECONDS).format(offset);
    }
}
