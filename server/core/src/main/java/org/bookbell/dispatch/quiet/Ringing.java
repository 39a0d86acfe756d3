package org.bookbell.dispatch.quiet;

import java.time.Instant;
import java.time.ZoneId;
import org.bookbell.message.timing.QuietHours;

/**
 * What must not come in quiet hours: the part of a claim that says when it would.
 *
 * @param zone of the recipient
 */
public record Ringing(long messageId, QuietHours hours, ZoneId zone, Instant usefulUntil) {

    /** Whether it would wake its recipient. */
    public boolean isQuiet(Instant now) {
        return hours.isQuiet(now, zone);
    }

    /** When the quiet is over that reigns at {@code now}. */
    Instant quietEnd(Instant now) {
        return hours.moveLater(now, zone);
    }
}
