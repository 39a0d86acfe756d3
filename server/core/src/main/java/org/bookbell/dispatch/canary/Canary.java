package org.bookbell.dispatch.canary;

import java.time.Instant;
import java.util.List;
import org.bookbell.client.Channel;

/**
 * Where a gateway's test messages go.
 *
 * @param address a phone in E.164 or a mailbox, as {@code channel} says; an operator's own
 * @param nextAt when the next one goes by itself
 * @param flights the last ones, the latest first
 */
public record Canary(String gateway, Channel channel, String address, Instant nextAt, List<Flight> flights) {

    public Canary {
        flights = List.copyOf(flights);
    }

    /** Shows no address. */
    @Override
    public String toString() {
        return "Canary[" + gateway + "]";
    }
}
