package org.bookbell.dispatch;

import java.util.Optional;
import org.bookbell.plugin.loading.PluginKind;

/**
 * Whether an enabled gateway can be used at the moment.
 *
 * @param state what it is
 * @param fault why it cannot be used, a full sentence
 */
public record GatewayHealth(String name, PluginKind kind, State state, Optional<String> fault) {

    /** Whether a gateway can be used. */
    public enum State {
        READY,
        /** It failed several times in a row and is spared for a while. */
        SPARED,
        /** It could not be opened. */
        CLOSED
    }
}
