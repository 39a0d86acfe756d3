package org.bookbell.plugin.loading;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.plugin.loading.Plugin.State;

/**
 * The plugins folder: loads what it holds when the server starts and remembers what became of it. A jar that was put
 * there later is found at the next start.
 */
final class PluginFolder implements Closeable {

    private static final Logger LOG = System.getLogger(PluginFolder.class.getName());
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(5);

    private final ClassLoader server;
    private final PluginProbe probe;
    private final List<PluginClassLoader> loaders = new ArrayList<>();
    private final List<LoadedPlugin> loaded = new ArrayList<>();
    private final List<Plugin> plugins = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    PluginFolder(ClassLoader server, PluginProbe probe) {
        this.server = server;
        this.probe = probe;
    }

    static PluginFolder of(ClassLoader server) {
        return new PluginFolder(server, new PluginProbe(new TimeLimit(LONGEST_PROBE)));
    }

    /** The plugins that may be used. */
    List<LoadedPlugin> loaded() {
        return List.copyOf(loaded);
    }

    /** All plugins of the folder and what became of them. */
    List<Plugin> plugins() {
        return List.copyOf(plugins);
    }

    void load(Path folder) {
        if (!Files.isDirectory(folder)) {
            LOG.log(Level.INFO, "There is no plugins folder {0}; only the bundled plugins are used.", folder);
            return;
        }
        try (var files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .forEach(this::loadJar);
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The plugins folder " + folder + " cannot be read; make it readable and restart.", e);
        }
    }

    private void loadJar(Path file) {
        try {
            var jar = PluginJar.read(file);
            if (jar.pluginClasses().isEmpty()) {
                throw new PluginRefused(
                        "The jar contains no public class that implements a type of the SPI.",
                        "Remove it from the plugins folder: libraries belong into the jar of the plugin.");
            }
            var loader = new PluginClassLoader(file, server);
            loaders.add(loader);
            jar.pluginClasses().forEach(className -> loadClass(jar, className, loader));
        } catch (IOException e) {
            report(unknown(file.getFileName().toString(), file.getFileName().toString(), Optional.empty())
                    .refused(
                            "The file is damaged or only half there (" + e.getMessage() + ").",
                            "Copy it again and restart the server."));
        } catch (PluginRefused e) {
            report(unknown(file.getFileName().toString(), file.getFileName().toString(), Optional.empty())
                    .refused(e.fault(), e.cure()));
        }
    }

    private void loadClass(PluginJar jar, String className, PluginClassLoader loader) {
        var unknown = unknown(className, jar.fileName(), jar.version());
        if (server.getResource(className.replace('.', '/') + ".class") != null) {
            report(new Plugin(
                    className,
                    className,
                    Optional.empty(),
                    Optional.of(jar.fileName()),
                    jar.version(),
                    State.SKIPPED,
                    Optional.of("The server has the class " + className + " already."),
                    Optional.of("Remove the jar.")));
            return;
        }
        try {
            var answer = probe.probe(loader, className);
            if (!taken.add(answer.kind() + " " + answer.name())) {
                throw new PluginRefused(
                        "The name " + answer.name() + " is already taken by a plugin of another jar.",
                        "Keep one of both jars.");
            }
            var plugin = new Plugin(
                    answer.name(),
                    answer.label(),
                    Optional.of(answer.kind()),
                    Optional.of(jar.fileName()),
                    jar.version(),
                    State.LOADED,
                    Optional.empty(),
                    Optional.empty());
            loaded.add(new LoadedPlugin(plugin, answer.instance()));
            report(plugin);
        } catch (PluginRefused e) {
            LOG.log(Level.DEBUG, "plugin refused", e);
            report(unknown.refused(e.fault(), e.cure()));
        }
    }

    private static Plugin unknown(String name, String jar, Optional<String> version) {
        return new Plugin(
                name,
                name,
                Optional.empty(),
                Optional.of(jar),
                version,
                State.REFUSED,
                Optional.empty(),
                Optional.empty());
    }

    private void report(Plugin plugin) {
        plugins.add(plugin);
        var jar = plugin.jar().orElse("");
        if (plugin.state() == State.LOADED) {
            LOG.log(Level.INFO, "Plugin {0} loaded from {1}.", plugin.name(), jar);
        } else {
            LOG.log(
                    Level.WARNING,
                    "Plugin {0} of {1} is not used. {2} {3}",
                    plugin.name(),
                    jar,
                    plugin.fault().orElse(""),
                    plugin.cure().orElse(""));
        }
    }

    @Override
    public void close() {
        for (var loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "The jar of " + loader.getName() + " could not be closed.", e);
            }
        }
    }
}
