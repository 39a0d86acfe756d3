package org.bookbell.plugin;

import jakarta.inject.Inject;
import java.util.List;
import org.bookbell.plugin.ProviderCalls.ProviderFailed;
import org.bookbell.plugin.gateway.GatewayView;
import org.bookbell.plugin.gateway.Gateways;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.storage.transaction.UseCase;

/** All plugins that were found, each asked what it lets an operator set, with the gateways that use it. */
@UseCase
public class InstalledPlugins {

    private final Plugins plugins;
    private final Gateways gateways;

    @Inject
    InstalledPlugins(Plugins plugins, Gateways gateways) {
        this.plugins = plugins;
        this.gateways = gateways;
    }

    /** Those that are usable and those that are not, in the order in which they were found. */
    public List<InstalledPlugin> list() {
        var all = gateways.list();
        return plugins.list().stream().map(plugin -> installed(plugin, all)).toList();
    }

    private InstalledPlugin installed(Plugin plugin, List<GatewayView> all) {
        if (plugin.state() != Plugin.State.LOADED) {
            return new InstalledPlugin(plugin, List.of(), List.of());
        }
        var using = all.stream()
                .filter(gateway -> plugin.kind().filter(gateway.kind()::equals).isPresent())
                .filter(gateway -> gateway.provider().equals(plugin.name()))
                .map(GatewayView::name)
                .toList();
        var provider = plugin.kind().flatMap(kind -> plugins.findProvider(kind, plugin.name()));
        if (provider.isEmpty()) {
            return new InstalledPlugin(plugin, List.of(), using);
        }
        try {
            return new InstalledPlugin(plugin, ProviderCalls.settings(provider.get()), using);
        } catch (ProviderFailed e) {
            var cure = "Replace its jar by a version for this server and restart; tell its author.";
            return new InstalledPlugin(plugin.faulty(e.sentence(), cure), List.of(), using);
        }
    }
}
