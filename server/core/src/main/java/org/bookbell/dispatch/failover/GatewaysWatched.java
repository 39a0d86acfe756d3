package org.bookbell.dispatch.failover;

import java.util.List;

/**
 * The gateways were looked at: fired every few seconds by the node that sends, outside any transaction. It tells all that
 * fails now rather than what changed, so that nobody who was not there misses anything.
 */
public record GatewaysWatched(List<FailingGateway> failing) {

    public GatewaysWatched {
        failing = List.copyOf(failing);
    }
}
