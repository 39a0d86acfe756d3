package org.bookbell.simulator;

import java.time.Duration;
import org.bookbell.spi.gateway.Receipt;

/**
 * What will become of a taken message.
 *
 * @param state what will be reported; {@code BUFFERED} for nothing at all
 * @param code the code of an undelivered message
 * @param after how long after it was taken
 */
record Fate(Receipt.State state, String code, Duration after) {

    static final Fate UNTOLD = new Fate(Receipt.State.BUFFERED, "", Duration.ZERO);

    boolean isTold() {
        return state != Receipt.State.BUFFERED;
    }
}
