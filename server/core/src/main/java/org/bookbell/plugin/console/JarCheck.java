package org.bookbell.plugin.console;

import java.nio.file.Path;
import java.util.List;
import org.bookbell.plugin.BundledPlugin;
import org.bookbell.plugin.Plugins;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.plugin.loading.examination.JarExamination;
import org.bookbell.plugin.loading.examination.JarReport;
import org.bookbell.plugin.loading.examination.JarReport.ExaminedPlugin;
import org.bookbell.plugin.loading.examination.JarReport.SelfDescription;
import org.bookbell.spi.Setting;

/** Tells how one jar fares on a server that has nothing but its own plugins. */
final class JarCheck {

    private final ClassLoader server;
    private final List<BundledPlugin> bundled;

    JarCheck(ClassLoader server, List<BundledPlugin> bundled) {
        this.server = server;
        this.bundled = bundled;
    }

    void tell(Path file, Lines answer) {
        var report = JarExamination.with(server).examine(file);
        tellJar(report, answer);
        var plugins = new Plugins(bundled, List.of(), List.of());
        report.plugins().forEach(plugin -> tell(plugin, plugins, answer));
        report.notes().forEach(note -> answer.say("note", "", note));
    }

    private static void tellJar(JarReport report, Lines answer) {
        var source = report.source();
        answer.say(
                report.faults().isEmpty() ? "ok" : "WRONG",
                "jar",
                source.jar().orElse("") + ", version " + source.version().orElse("not told") + ", SPI "
                        + source.spiVersion().orElse("not told"));
        report.faults().forEach(answer::fault);
    }

    private static void tell(ExaminedPlugin plugin, Plugins bundled, Lines answer) {
        var clashes = plugin.told().filter(told -> clashes(told, bundled));
        boolean isWell = plugin.faults().isEmpty() && clashes.isEmpty();
        answer.say(
                isWell ? "ok" : "WRONG",
                "plugin",
                plugin.told()
                        .map(told -> told.name() + ": " + PluginListing.inWords(told.kind()) + ", " + told.label()
                                + "; class " + plugin.className())
                        .orElse("class " + plugin.className()));
        plugin.told().ifPresent(told -> told.settings().forEach(setting -> tell(setting, answer)));
        plugin.faults().forEach(answer::fault);
        clashes.ifPresent(told -> answer.fault(new PluginFault(
                "A plugin that comes with the server has the name " + told.name() + " already.",
                "Give the plugin another name.")));
    }

    private static boolean clashes(SelfDescription told, Plugins bundled) {
        return bundled.list().stream()
                .anyMatch(each -> each.name().equals(told.name())
                        && each.kind().filter(told.kind()::equals).isPresent());
    }

    private static void tell(Setting setting, Lines answer) {
        answer.say(
                "",
                "setting",
                setting.name() + ": " + setting.label() + "; " + (setting.isSecret() ? "secret, " : "")
                        + (setting.required() ? "required" : "may be left out")
                        + (setting.defaultValue().isEmpty() ? "" : ", default " + setting.defaultValue()));
    }
}
