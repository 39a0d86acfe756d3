package org.bookbell.plugin.loading.examination;

import java.util.List;
import java.util.Optional;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.plugin.loading.PluginKind;
import org.bookbell.plugin.loading.PluginSource;
import org.bookbell.spi.Setting;

/**
 * What {@link JarExamination} found out about a jar.
 *
 * @param plugins its plugin classes that could be tried
 * @param faults what keeps the jar from being used as a whole
 * @param notes what does not, and is worth knowing; full sentences
 */
public record JarReport(
        PluginSource source, List<ExaminedPlugin> plugins, List<PluginFault> faults, List<String> notes) {

    public JarReport {
        plugins = List.copyOf(plugins);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /** A report on a file of which nothing else is known. */
    static JarReport refused(PluginSource source, List<PluginFault> faults) {
        return new JarReport(source, List.of(), faults, List.of());
    }

    /**
     * A plugin class of the jar.
     *
     * @param told what it says of itself; empty where it could not be asked, or answered wrongly
     * @param faults what keeps it from being used
     */
    public record ExaminedPlugin(String className, Optional<SelfDescription> told, List<PluginFault> faults) {

        public ExaminedPlugin {
            faults = List.copyOf(faults);
        }
    }

    /** What a plugin says of itself. */
    public record SelfDescription(PluginKind kind, String name, String label, List<Setting> settings) {

        static SelfDescription of(PluginProbe.Answer answer) {
            return new SelfDescription(answer.kind(), answer.name(), answer.label(), answer.settings());
        }
    }
}
