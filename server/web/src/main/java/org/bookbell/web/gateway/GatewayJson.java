package org.bookbell.web.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.loading.PluginKind;

/**
 * A gateway as the API shows it; its id is its name.
 *
 * @param organization the slug of whose it is; absent for the server's
 * @param fault why it cannot be used, or did not open
 */
record GatewayJson(
        String id,
        Optional<String> organization,
        PluginKind kind,
        String provider,
        Optional<String> sender,
        Map<String, String> settings,
        List<String> secrets,
        boolean enabled,
        int position,
        Optional<String> hookAddress,
        Optional<String> fault) {

    static GatewayJson of(GatewayView gateway, Optional<String> hookAddress, Optional<String> fault) {
        return new GatewayJson(
                gateway.name(),
                gateway.owner(),
                gateway.kind(),
                gateway.provider(),
                gateway.sender(),
                gateway.settings(),
                gateway.secrets(),
                gateway.enabled(),
                gateway.position(),
                hookAddress,
                fault);
    }
}
