package org.bookbell.plugin.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bookbell.plugin.BundledPlugin;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.loading.Plugin;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.plugin.loading.PluginFolder;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.plugin.loading.PluginSource;

/** Tells what a server would find, bundled and in its plugins folder. */
final class PluginListing {

    private final ClassLoader server;
    private final List<BundledPlugin> bundled;

    PluginListing(ClassLoader server, List<BundledPlugin> bundled) {
        this.server = server;
        this.bundled = bundled;
    }

    void tell(Path folder, Lines answer) {
        try (var found = PluginFolder.of(server)) {
            found.load(folder);
            boolean isThere = Files.isDirectory(folder);
            answer.say(
                    isThere ? "ok" : "-",
                    "plugins folder",
                    isThere ? folder.toString() : folder + " does not exist; the server's own plugins are used");
            new Plugins(bundled, found.loaded(), found.plugins()).list().forEach(plugin -> tell(plugin, answer));
        }
    }

    private static void tell(Plugin plugin, Lines answer) {
        var source = plugin.source();
        var detail = plugin.kind()
                        .map(kind -> inWords(kind) + ", " + plugin.label() + "; ")
                        .orElse("")
                + told(source);
        switch (plugin.state()) {
            case LOADED -> answer.say("ok", plugin.name(), detail);
            case SKIPPED ->
                answer.say("-", plugin.name(), detail + "; " + plugin.fault().orElse(""));
            case REFUSED, FAULTY -> {
                answer.say("WRONG", plugin.name(), detail);
                answer.fault(new PluginFault(
                        "The plugin " + plugin.name() + " cannot be used: "
                                + plugin.fault().orElse(""),
                        plugin.cure().orElse("Remove the jar.")));
            }
        }
    }

    private static String told(PluginSource source) {
        return source.jar().orElse("no jar") + " of "
                + (source.origin() == PluginSource.Origin.SERVER ? "the server" : "the plugins folder") + ", version "
                + source.version().orElse("not told") + ", SPI "
                + source.spiVersion().orElse("not told");
    }

    static String inWords(PluginKind kind) {
        return switch (kind) {
            case SMS -> "SMS";
            case EMAIL -> "e-mail";
            case EXPORT -> "export";
        };
    }
}
