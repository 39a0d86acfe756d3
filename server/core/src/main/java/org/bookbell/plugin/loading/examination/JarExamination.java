package org.bookbell.plugin.loading.examination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.plugin.loading.ClassHeader;
import org.bookbell.plugin.loading.PluginClassLoader;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.plugin.loading.PluginJar;
import org.bookbell.plugin.loading.PluginRefused;
import org.bookbell.plugin.loading.PluginSource;
import org.bookbell.plugin.loading.SpiVersion;
import org.bookbell.plugin.loading.examination.JarReport.ExaminedPlugin;
import org.bookbell.plugin.loading.examination.JarReport.SelfDescription;

/**
 * Tries one jar as the server does, and looks at more than the server does: at every class that the jar's classes name,
 * and at what its plugins say of their settings. Whatever the jar does, it ends.
 */
public final class JarExamination {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final int JAVA_OF_SERVERS = 17;

    private final ClassLoader server;
    private final PluginProbe probe;
    private final TimeLimit answers;
    private final Optional<SpiVersion> spi;

    JarExamination(ClassLoader server, PluginProbe probe, TimeLimit answers, Optional<SpiVersion> spi) {
        this.server = server;
        this.probe = probe;
        this.answers = answers;
        this.spi = spi;
    }

    /** With the classes that plugins see in a server. */
    public static JarExamination with(ClassLoader server) {
        return new JarExamination(server, PluginProbe.usual(), new TimeLimit(LONGEST_ANSWER), SpiVersion.ofServer());
    }

    /** Everything that is wrong with {@code file} at once. */
    public JarReport examine(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return JarReport.refused(
                    PluginSource.ofFolder(file),
                    List.of(new PluginFault(
                            "There is no file " + file + " that can be read.", "Name a plugin's jar.")));
        }
        try {
            return examine(PluginJar.read(file));
        } catch (PluginRefused e) {
            return JarReport.refused(PluginSource.ofFolder(file), e.faults());
        }
    }

    private JarReport examine(PluginJar jar) {
        var faults = new ArrayList<>(jar.faults(spi));
        var notes = new ArrayList<String>();
        noteHeaders(jar, notes);
        try (var loader = new PluginClassLoader(jar.file(), server)) {
            MissingClasses.of(jar, loader).tell(faults, notes);
            var names = new HashSet<String>();
            var plugins = jar.pluginClasses().stream()
                    .map(className -> examine(className, loader, names))
                    .toList();
            return new JarReport(PluginSource.ofFolder(jar), plugins, faults, notes);
        } catch (IOException e) {
            faults.add(new PluginFault("The jar cannot be read (" + e.getMessage() + ").", "Copy it again."));
            return new JarReport(PluginSource.ofFolder(jar), List.of(), faults, notes);
        }
    }

    private static void noteHeaders(PluginJar jar, List<String> notes) {
        if (jar.version().isEmpty()) {
            notes.add(
                    "The manifest has no Implementation-Version: nobody sees which version of the plugin is installed.");
        }
        if (jar.spiVersion().isEmpty()) {
            notes.add("The manifest has no " + SpiVersion.HEADER
                    + ": a server of another SPI finds out only when a class or method is missing.");
        }
        if (jar.classes().keySet().stream().anyMatch(name -> name.startsWith("org.bookbell.spi."))) {
            notes.add("The jar contains classes of org.bookbell.spi, and the server's are used in their place: give the"
                    + " dependency the scope provided.");
        }
        int java = jar.classes().values().stream()
                .mapToInt(ClassHeader::java)
                .max()
                .orElse(JAVA_OF_SERVERS);
        if (java > JAVA_OF_SERVERS) {
            notes.add(
                    "Some of its classes need Java " + java + ", and servers may run on Java " + JAVA_OF_SERVERS + ".");
        }
    }

    private ExaminedPlugin examine(String className, ClassLoader loader, Set<String> names) {
        if (server.getResource(className.replace('.', '/') + ".class") != null) {
            return new ExaminedPlugin(
                    className,
                    Optional.empty(),
                    List.of(new PluginFault(
                            "The server has the class " + className + " already and would not use this one.",
                            "Give the class another name or package.")));
        }
        try {
            var answer = probe.probe(loader, className);
            var faults = new ArrayList<>(new SettingChecks(answers).faults(answer));
            if (!names.add(answer.kind() + " " + answer.name())) {
                faults.add(new PluginFault(
                        "Another plugin of the jar has the name " + answer.name() + " too.",
                        "Give each a name of its own."));
            }
            return new ExaminedPlugin(className, Optional.of(SelfDescription.of(answer)), faults);
        } catch (PluginRefused e) {
            return new ExaminedPlugin(className, Optional.empty(), e.faults());
        }
    }
}
