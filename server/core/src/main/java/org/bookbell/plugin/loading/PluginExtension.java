package org.bookbell.plugin.loading;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * Adds the plugins of the plugins folder as beans while CDI starts.
 *
 * <p>Each becomes one synthetic bean whose types are the SPI's interfaces only, so that the container never looks into a
 * plugin's class. The folder is {@code bookbell.plugins.dir}, otherwise {@code plugins} in {@code bookbell.data.dir},
 * each as system property or environment variable: the configuration is not up yet.
 */
public class PluginExtension implements Extension {

    private static final String SPI = "org.bookbell.spi.";

    private final PluginFolder folder = PluginFolder.of(PluginExtension.class.getClassLoader());

    void addPlugins(@Observes AfterBeanDiscovery discovery) {
        findFolder(System.getProperties(), System.getenv()).ifPresent(folder::load);
        for (var plugin : folder.loaded()) {
            discovery
                    .addBean()
                    .id("plugin " + plugin.instance().getClass().getName())
                    .beanClass(PluginExtension.class)
                    .types(spiTypes(plugin.instance().getClass()))
                    .scope(Singleton.class)
                    .createWith(context -> plugin.instance());
        }
    }

    void closeJars(@Observes BeforeShutdown shutdown) {
        folder.close();
    }

    /** All plugins of the folder and what became of them. */
    public List<Plugin> plugins() {
        return folder.plugins();
    }

    /** The plugins of the folder that may be used. */
    public List<LoadedPlugin> loaded() {
        return folder.loaded();
    }

    static Optional<Path> findFolder(Properties properties, Map<String, String> environment) {
        return find("bookbell.plugins.dir", properties, environment)
                .map(Path::of)
                .or(() -> find("bookbell.data.dir", properties, environment).map(data -> Path.of(data, "plugins")));
    }

    private static Optional<String> find(String key, Properties properties, Map<String, String> environment) {
        return Optional.ofNullable(properties.getProperty(key))
                .or(() -> Optional.ofNullable(
                        environment.get(key.toUpperCase(Locale.ROOT).replace('.', '_'))))
                .filter(value -> !value.isBlank());
    }

    private static Set<Type> spiTypes(Class<?> type) {
        var types = new HashSet<Type>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            Arrays.stream(c.getInterfaces()).forEach(each -> addSpiTypes(each, types));
        }
        return types;
    }

    private static void addSpiTypes(Class<?> type, Set<Type> types) {
        if (type.getName().startsWith(SPI)) {
            types.add(type);
        }
        Arrays.stream(type.getInterfaces()).forEach(each -> addSpiTypes(each, types));
    }
}
