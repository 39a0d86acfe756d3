package org.bookbell.clickatell;

import java.time.Duration;

/**
 * How long Clickatell tries, in minutes ("Validity period" in the archive: relative to when the gateway received it, 1,440
 * unless set, no longer enforced once the network has the message).
 */
final class Validity {

    private static final long LONGEST = 1440;

    private Validity() {}

    /** Rounded down, so that nothing is delivered later, but at least one; at most what Clickatell does by itself. */
    static long minutes(Duration validity) {
        return Math.min(Math.max(validity.toMinutes(), 1), LONGEST);
    }
}
