package org.bookbell.clickatell.hook;

import java.util.Optional;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;

/** What a status says of a message. */
record Fate(State state, Optional<RefusalReason> reason) {

    static final Fate BUFFERED = new Fate(State.BUFFERED, Optional.empty());
    static final Fate DELIVERED = new Fate(State.DELIVERED, Optional.empty());

    /** Lost, nobody says why. */
    static final Fate LOST = new Fate(State.UNDELIVERED, Optional.empty());

    static Fate lost(RefusalReason reason) {
        return new Fate(State.UNDELIVERED, Optional.of(reason));
    }
}
