package org.bookbell.plugin.gateway;

import java.util.Map;
import java.util.Optional;

/**
 * What to change of a gateway.
 *
 * @param version the version that was seen before
 * @param sender the new sender; empty for none
 * @param settings all settings; a secret that is absent or blank stays as it is
 */
public record GatewayChange(
        long version, Optional<String> sender, Map<String, String> settings, boolean enabled, int position) {

    public GatewayChange {
        settings = Map.copyOf(settings);
    }

    /** Shows no setting. */
    @Override
    public String toString() {
        return "GatewayChange[" + version + "]";
    }
}
