package org.bookbell.dispatch.failover;

import java.util.List;
import java.util.Set;

/**
 * The gateways were looked at: fired every few seconds by the node that sends, outside any transaction. It tells all that
 * fails now rather than what changed, so that nobody who was not there misses anything.
 *
 * @param failing take messages and do not bring them
 * @param refusing take no messages, while another one does
 * @param inUse the names of all that anything is sent over; others fail no more because nobody asks them
 */
public record GatewaysWatched(List<FailingGateway> failing, List<RefusingGateway> refusing, Set<String> inUse) {

    public GatewaysWatched {
        failing = List.copyOf(failing);
        refusing = List.copyOf(refusing);
        inUse = Set.copyOf(inUse);
    }
}
