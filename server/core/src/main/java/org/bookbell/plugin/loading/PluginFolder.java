package org.bookbell.plugin.loading;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.plugin.loading.Plugin.State;
import org.bookbell.plugin.loading.examination.PluginProbe;

/**
 * The plugins folder: loads what it holds when the server starts and remembers what became of it. A jar that was put
 * there later is found at the next start.
 */
public final class PluginFolder implements Closeable {

    private static final Logger LOG = System.getLogger(PluginFolder.class.getName());

    private final ClassLoader server;
    private final PluginProbe probe;
    private final Optional<SpiVersion> spi;
    private final List<PluginClassLoader> loaders = new ArrayList<>();
    private final List<LoadedPlugin> loaded = new ArrayList<>();
    private final List<Plugin> plugins = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    PluginFolder(ClassLoader server, PluginProbe probe, Optional<SpiVersion> spi) {
        this.server = server;
        this.probe = probe;
        this.spi = spi;
    }

    /** An empty one of a server whose classes plugins see through {@code server}. */
    public static PluginFolder of(ClassLoader server) {
        return new PluginFolder(server, PluginProbe.usual(), SpiVersion.ofServer());
    }

    /** The plugins that may be used. */
    public List<LoadedPlugin> loaded() {
        return List.copyOf(loaded);
    }

    /** All plugins of the folder and what became of them. */
    public List<Plugin> plugins() {
        return List.copyOf(plugins);
    }

    /** Tries each jar of {@code folder}, and remembers what became of it. */
    public void load(Path folder) {
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
            var faults = jar.faults(spi);
            if (!faults.isEmpty()) {
                report(Plugin.notUsed(jar.fileName(), PluginSource.ofFolder(jar), State.REFUSED, faults));
                return;
            }
            var loader = new PluginClassLoader(file, server);
            loaders.add(loader);
            jar.pluginClasses().forEach(className -> loadClass(jar, className, loader));
        } catch (PluginRefused e) {
            report(refused(String.valueOf(file.getFileName()), PluginSource.ofFolder(file), e));
        }
    }

    private void loadClass(PluginJar jar, String className, PluginClassLoader loader) {
        var source = PluginSource.ofFolder(jar);
        if (server.getResource(className.replace('.', '/') + ".class") != null) {
            var fault = new PluginFault("The server has the class " + className + " already.", "Remove the jar.");
            report(Plugin.notUsed(className, source, State.SKIPPED, List.of(fault)));
            return;
        }
        try {
            var answer = probe.probe(loader, className);
            if (!taken.add(answer.kind() + " " + answer.name())) {
                throw new PluginRefused(
                        "The name " + answer.name() + " is already taken by a plugin of another jar.",
                        "Keep one of both jars.");
            }
            var plugin = Plugin.loaded(answer.name(), answer.label(), answer.kind(), source);
            loaded.add(new LoadedPlugin(plugin, answer.instance()));
            report(plugin);
        } catch (PluginRefused e) {
            LOG.log(Level.DEBUG, "plugin refused", e);
            report(refused(className, source, e));
        }
    }

    private static Plugin refused(String name, PluginSource source, PluginRefused refusal) {
        return Plugin.notUsed(name, source, State.REFUSED, refusal.faults());
    }

    private void report(Plugin plugin) {
        plugins.add(plugin);
        var jar = plugin.source().jar().orElse("");
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
