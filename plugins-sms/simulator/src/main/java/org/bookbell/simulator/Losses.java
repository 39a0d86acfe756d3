package org.bookbell.simulator;

import java.time.Duration;
import java.util.Optional;
import org.bookbell.spi.gateway.Receipt;

/**
 * What the networks lose of what an account would deliver, the same messages each time.
 *
 * @param undelivered of a hundred, reported as undelivered
 * @param silent of a hundred, of which nothing is heard
 */
record Losses(int undelivered, int silent) {

    /** Has no factor in common with a hundred, so that losses are spread evenly over each hundred. */
    private static final int STRIDE = 37;

    /** What becomes of the message that was taken after {@code number} others; empty if it is not lost. */
    Optional<Fate> of(int number, Duration receiptAfter) {
        int place = Math.floorMod(number * STRIDE, 100);
        if (place < undelivered) {
            return Optional.of(new Fate(Receipt.State.UNDELIVERED, "absent", receiptAfter));
        }
        return place < undelivered + silent ? Optional.of(Fate.UNTOLD) : Optional.empty();
    }
}
