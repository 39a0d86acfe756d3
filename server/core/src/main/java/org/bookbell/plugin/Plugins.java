package org.bookbell.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bookbell.plugin.loading.LoadedPlugin;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.Plugin.State;
import org.bookbell.plugin.loading.PluginExtension;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.plugin.loading.PluginSource;
import org.bookbell.spi.Provider;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.gateway.EmailProvider;
import org.bookbell.spi.gateway.SmsProvider;

/** All plugins by name: those that came with the server and those of the plugins folder. */
@ApplicationScoped
public class Plugins {

    private static final Logger LOG = System.getLogger(Plugins.class.getName());

    private final List<Plugin> fates = new ArrayList<>();
    private final Map<PluginKind, Map<String, Object>> usable = Map.of(
            PluginKind.SMS, new TreeMap<>(), PluginKind.EMAIL, new TreeMap<>(), PluginKind.EXPORT, new TreeMap<>());

    /** For the container's proxy. */
    protected Plugins() {}

    @Inject
    Plugins(
            PluginExtension folder,
            @Any Instance<SmsProvider> sms,
            @Any Instance<EmailProvider> email,
            @Any Instance<AppointmentExporter> exporters) {
        this(
                Stream.of(sms, email, exporters)
                        .flatMap(kind -> kind.handlesStream())
                        .map(handle -> new BundledPlugin(handle.getBean().getBeanClass(), handle::get))
                        .toList(),
                folder.loaded(),
                folder.plugins());
    }

    /**
     * The plugins of a server.
     *
     * @param all every plugin there is, those of the folder among them
     * @param loaded those of the folder that may be used
     * @param folder what became of those of the folder
     */
    public Plugins(List<BundledPlugin> all, List<LoadedPlugin> loaded, List<Plugin> folder) {
        for (var each : all) {
            addBundled(each, loaded);
        }
        for (var plugin : folder) {
            fates.add(addFromFolder(plugin, loaded));
        }
    }

    private void addBundled(BundledPlugin bundled, List<LoadedPlugin> loaded) {
        try {
            var instance = bundled.maker().get();
            if (loaded.stream().noneMatch(plugin -> plugin.instance() == instance)) {
                fates.add(add(instance, PluginSource.ofServer(bundled.type())));
            }
        } catch (RuntimeException | LinkageError failure) {
            LOG.log(Level.ERROR, "A bundled plugin cannot be used; reinstall the server.", failure);
            fates.add(Plugin.notUsed(
                    bundled.type().getName(),
                    PluginSource.ofServer(bundled.type()),
                    State.FAULTY,
                    List.of(new PluginFault(
                            "It comes with the server and cannot be made ("
                                    + failure.getClass().getSimpleName() + ").",
                            "Install the server again; the log says more."))));
        }
    }

    private Plugin add(Object instance, PluginSource source) {
        var kind = PluginKind.find(instance)
                .orElseThrow(() -> new IllegalStateException("plugin must implement a type of the SPI"));
        var name = instance instanceof Provider provider ? provider.name() : ((AppointmentExporter) instance).name();
        var label = instance instanceof Provider provider ? provider.label() : ((AppointmentExporter) instance).label();
        of(kind).put(name, instance);
        return Plugin.loaded(name, label, kind, source);
    }

    private Plugin addFromFolder(Plugin plugin, List<LoadedPlugin> loaded) {
        var instance = loaded.stream()
                .filter(each -> each.plugin().equals(plugin))
                .map(LoadedPlugin::instance)
                .findFirst();
        if (instance.isEmpty()) {
            return plugin;
        }
        var kind = plugin.kind().orElseThrow();
        if (of(kind).putIfAbsent(plugin.name(), instance.get()) != null) {
            LOG.log(Level.WARNING, "Plugin {0} of the plugins folder has the name of a bundled one.", plugin.name());
            return plugin.refused("A bundled plugin has the name " + plugin.name() + " already.", "Remove the jar.");
        }
        return plugin;
    }

    /** All plugins and what became of them. */
    public List<Plugin> list() {
        return List.copyOf(fates);
    }

    /** The usable providers of {@link PluginKind#SMS} or {@link PluginKind#EMAIL}, by name. */
    public List<Provider> listProviders(PluginKind kind) {
        return of(kind).values().stream()
                .filter(Provider.class::isInstance)
                .map(Provider.class::cast)
                .toList();
    }

    public Optional<Provider> findProvider(PluginKind kind, String name) {
        return Optional.ofNullable(of(kind).get(name))
                .filter(Provider.class::isInstance)
                .map(Provider.class::cast);
    }

    /** The usable exporters, by name. */
    public List<AppointmentExporter> listExporters() {
        return of(PluginKind.EXPORT).values().stream()
                .map(AppointmentExporter.class::cast)
                .toList();
    }

    public Optional<AppointmentExporter> findExporter(String name) {
        return Optional.ofNullable(of(PluginKind.EXPORT).get(name)).map(AppointmentExporter.class::cast);
    }

    private Map<String, Object> of(PluginKind kind) {
        return usable.getOrDefault(kind, Map.of());
    }
}
