package org.bookbell.dispatch;

import java.util.Optional;
import org.bookbell.plugin.loading.PluginKind;

/**
 * Whether an enabled gateway can be used at the moment.
 *
 * @param organizationId whose it is; 0 for the server's
 * @param state what it is
 * @param fault why it cannot be used, a full sentence
 */
public record GatewayHealth(String name, long organizationId, PluginKind kind, State state, Optional<String> fault) {

    /** Whether a gateway can be used. */
    public enum State {
        READY,
        /** It failed several times in a row and is spared for a while. */
        SPARED,
        /** It takes messages and does not bring them, to some destination or to all; they go over the next one. */
        DEGRADED,
        /** It could not be opened. */
        CLOSED
    }
}
