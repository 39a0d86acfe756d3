package org.bookbell.smpp.link;

import org.bookbell.smpp.wire.CommandStatus;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * Why there is no bind.
 *
 * @param code a word, or what the message center answered
 * @param sentence for people, without a secret
 */
public record Trouble(RefusalReason reason, String code, String sentence) {

    /** Before the first try has ended. */
    static final Trouble NEW = new Trouble(RefusalReason.UNAVAILABLE, "unbound", "The account has not been bound yet.");

    static final Trouble BUSY = new Trouble(
            RefusalReason.THROTTLED, "busy", "The message center has not answered as many messages as it may hold.");

    static final Trouble CLOSED = new Trouble(RefusalReason.UNAVAILABLE, "closed", "The account was closed.");

    static Trouble unreachable(String sentence) {
        return new Trouble(RefusalReason.UNAVAILABLE, "connection", sentence);
    }

    static Trouble refused(int status) {
        var known = CommandStatus.of(status);
        return new Trouble(
                known.reasonOfBind(), known.code(), "The message center refused the bind: " + known.inWords() + ".");
    }
}
