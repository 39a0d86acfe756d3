package org.bookbell.plugin;

import java.util.List;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.spi.Setting;

/**
 * A plugin that was found, and how it is now.
 *
 * @param settings what it lets whoever adds a gateway of it set; empty where it has none, or does not say
 * @param gateways the names of the gateways that use it, in the order in which they are tried
 */
public record InstalledPlugin(Plugin plugin, List<Setting> settings, List<String> gateways) {

    public InstalledPlugin {
        settings = List.copyOf(settings);
        gateways = List.copyOf(gateways);
    }

    /** Whether gateways of it can be added. */
    public boolean takesGateways() {
        return plugin.state() == Plugin.State.LOADED
                && plugin.kind().filter(kind -> kind.hasGateways()).isPresent();
    }
}
