package org.bookbell.dispatch;

import java.util.Optional;
import org.bookbell.plugin.loading.PluginKind;

/**
 * Whether an enabled gateway can be used at the moment.
 *
 * @param organizationId whose it is; 0 for the server's
 * @param state what it is
 * @param fault why it cannot be used, or to which destinations, a full sentence
 */
public record GatewayHealth(String name, long organizationId, PluginKind kind, State state, Optional<String> fault) {

    /** Whether a gateway can be used. */
    public enum State {
        READY,
        /** It failed several times in a row and is spared for a while. */
        SPARED,
        /** It takes messages and brings them nowhere; they go over the next one. One that brings some is ready. */
        DEGRADED,
        /** It could not be opened. */
        CLOSED
    }
}
