package org.bookbell.vonage.hook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When Vonage called: {@code message-timestamp}, {@code YYYY-MM-DD HH:MM:SS} in UTC ("Inbound SMS"). The network's own time
 * of a receipt ({@code scts}) has no zone.
 */
final class UtcTime {

    private UtcTime() {}

    /** Empty where it is missing or something else. */
    static Optional<Instant> find(HookCall call) {
        return call.find("message-timestamp").flatMap(UtcTime::read);
    }

    private static Optional<Instant> read(String time) {
        try {
            return Optional.of(LocalDateTime.parse(time.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
