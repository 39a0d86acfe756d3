package org.bookbell.client;

import java.time.Instant;

/**
 * A number that no text message reaches, or an e-mail address that no e-mail reaches.
 *
 * @param since when the first of the messages went out that failed
 * @param code why, in the words of gateways
 */
public record FailingAddress(String address, Instant since, String code) {

    /** Shows the code only: the address is personal. */
    @Override
    public String toString() {
        return "FailingAddress[" + code + "]";
    }
}
