package org.bookbell.plugin.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What a jar of the plugins folder contains, read without loading a class of it.
 *
 * @param version what its manifest says
 * @param spiVersion the version of the SPI that it was built against, as its manifest says
 * @param classes all classes in it, by their names
 * @param pluginClasses the names of those that are plugins
 */
public record PluginJar(
        Path file,
        Optional<String> version,
        Optional<String> spiVersion,
        Map<String, ClassHeader> classes,
        List<String> pluginClasses) {

    public static PluginJar read(Path file) throws PluginRefused {
        try (var jar = new JarFile(file.toFile())) {
            var attributes = Optional.ofNullable(jar.getManifest()).map(Manifest::getMainAttributes);
            var classes = headers(jar);
            return new PluginJar(
                    file,
                    attributes.map(all -> all.getValue(Attributes.Name.IMPLEMENTATION_VERSION)),
                    attributes.map(all -> all.getValue(SpiVersion.HEADER)),
                    classes,
                    pluginClasses(classes, ClassHeader::isPublicAndConcrete));
        } catch (IOException e) {
            throw new PluginRefused(
                    "The file is damaged or only half there (" + e.getMessage() + ").",
                    "Copy it again and restart the server.",
                    e);
        }
    }

    /** What keeps a server whose SPI is {@code server} from trying its classes, all at once. */
    public List<PluginFault> faults(Optional<SpiVersion> server) {
        var faults = new ArrayList<PluginFault>();
        spiVersion.ifPresent(text -> spiFault(text, server).ifPresent(faults::add));
        if (pluginClasses.isEmpty()) {
            var hidden = pluginClasses(classes, header -> true);
            faults.add(
                    hidden.isEmpty()
                            ? new PluginFault(
                                    "The jar contains no public class that implements a type of the SPI.",
                                    "Remove it from the plugins folder: libraries belong into the jar of the plugin.")
                            : new PluginFault(
                                    "The jar contains no public class that implements a type of the SPI; "
                                            + String.join(", ", hidden) + " implements one and is not public, or is"
                                            + " abstract.",
                                    "Use a version of the plugin whose class is public, and tell its author."));
        }
        return faults;
    }

    private static Optional<PluginFault> spiFault(String text, Optional<SpiVersion> server) {
        var asked = SpiVersion.parse(text);
        if (asked.isEmpty()) {
            return Optional.of(new PluginFault(
                    SpiVersion.HEADER + " in the jar's manifest is \"" + text + "\", which is no version.",
                    "Use a version of the plugin that says one such as 0.1, and tell its author."));
        }
        return server.filter(own -> !own.runs(asked.get()))
                .map(own -> new PluginFault(
                        "The plugin was built against version " + asked.get() + " of the SPI, and this server has "
                                + own + ".",
                        "Use a version of the plugin for SPI " + own + ", or a server with SPI " + asked.get() + "."));
    }

    String fileName() {
        return String.valueOf(file.getFileName());
    }

    private static Map<String, ClassHeader> headers(JarFile jar) throws IOException {
        var headers = new HashMap<String, ClassHeader>();
        for (var entry : jar.stream().filter(PluginJar::isClass).toList()) {
            try (var in = jar.getInputStream(entry)) {
                var header = ClassHeader.read(in);
                headers.put(header.name(), header);
            }
        }
        return headers;
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class")
                && !entry.getName().endsWith("module-info.class")
                && !entry.getName().startsWith("META-INF/");
    }

    private static List<String> pluginClasses(Map<String, ClassHeader> headers, Predicate<ClassHeader> allowed) {
        var classes = new ArrayList<String>();
        for (var header : headers.values()) {
            if (allowed.test(header) && isPlugin(header.name(), headers, new HashSet<>())) {
                classes.add(header.name());
            }
        }
        return classes.stream().sorted().toList();
    }

    private static boolean isPlugin(String name, Map<String, ClassHeader> headers, Set<String> seen) {
        var header = headers.get(name);
        if (header == null || !seen.add(name)) {
            return PluginKind.isType(name);
        }
        return header.supertypes().stream().anyMatch(supertype -> isPlugin(supertype, headers, seen));
    }
}
