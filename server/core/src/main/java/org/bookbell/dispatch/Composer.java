package org.bookbell.dispatch;

import org.bookbell.dispatch.claim.Claim;
import org.bookbell.plugin.gateway.OpenGateway;

/** Puts a claimed message into the words that go through a certain gateway. */
interface Composer {

    /**
     * The message as {@code gateway} shall send it.
     *
     * @throws RuntimeException if it cannot be written, whatever gateway it goes through
     */
    Wording write(Claim claim, OpenGateway gateway);

    /** The same for one batch on one thread, which looks up once what its messages have in common. */
    default Composer forBatch() {
        return this;
    }
}
