package org.bookbell.ical;

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

    /** RFC 5545 §3.3.14. */
    static String offset(ZoneOffset offset) {
        return (offset.getTotalSeconds() % 60 == 0 ? OFFSET : OFFSET_WITH_SECONDS).format(offset);
    }
}
