package org.bookbell.dispatch.watchdog;

import java.util.Set;

/**
 * The watchdog looked at the ledger: fired at each look by every node that reaches the database, outside any
 * transaction. It tells all that was raised and is not over, on whichever node, so that nobody who was not there misses anything.
 */
public record TroublesWatched(Set<Trouble.Kind> lasting) {

    public TroublesWatched {
        lasting = Set.copyOf(lasting);
    }
}
