package org.bookbell.dispatch.failover;

import java.time.Instant;

/**
 * A gateway of the server that refuses messages, or cannot be opened, while another one takes them.
 *
 * @param code the reason it gives most often; {@link #CLOSED} where it cannot be opened
 * @param from since when it refuses
 * @param since when that was found
 */
public record RefusingGateway(String gateway, String code, Instant from, Instant since) {

    /** It could not be opened. */
    public static final String CLOSED = "CLOSED";
}
