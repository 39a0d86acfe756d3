package org.bookbell.plugin.gateway;

import java.util.Map;
import java.util.Optional;
import org.bookbell.plugin.loading.PluginKind;

/**
 * A gateway to add.
 *
 * @param name 2 to 40 lower-case letters, digits and hyphens; an organization's is stored as its slug, a dot and this
 * @param kind {@link PluginKind#SMS} or {@link PluginKind#EMAIL}
 * @param provider the name of a plugin of that kind
 * @param sender what recipients see as the sender, where the organization names none
 * @param settings values by the names that the provider declares, secrets in clear
 * @param position the lower, the earlier it is tried
 */
public record NewGateway(
        String name,
        PluginKind kind,
        String provider,
        Optional<String> sender,
        Map<String, String> settings,
        int position) {

    public NewGateway {
        settings = Map.copyOf(settings);
    }

    /** Shows no setting. */
    @Override
    public String toString() {
        return "NewGateway[" + name + ", " + provider + "]";
    }
}
