package org.bookbell.plugin.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.spi.Setting;

/**
 * A gateway as whoever keeps it may see it: secrets are left out.
 *
 * @param organizationId whose it is; 0 for every organization's
 * @param declared what its provider lets an operator set; empty where the plugin is missing
 * @param settings the values that are no secrets
 * @param secrets the names of the secrets that have a value
 * @param fault why it cannot be used, with the cure; empty if it can be opened
 */
public record GatewayView(
        String name,
        long organizationId,
        PluginKind kind,
        String provider,
        Optional<String> sender,
        List<Setting> declared,
        Map<String, String> settings,
        List<String> secrets,
        boolean enabled,
        int position,
        long version,
        Optional<String> fault) {

    public GatewayView {
        declared = List.copyOf(declared);
        settings = Map.copyOf(settings);
        secrets = List.copyOf(secrets);
    }

    /** The slug of the organization whose it is, with which its name begins; empty for the server's. */
    public Optional<String> owner() {
        return organizationId == 0 ? Optional.empty() : Optional.of(name.substring(0, name.indexOf('.')));
    }
}
