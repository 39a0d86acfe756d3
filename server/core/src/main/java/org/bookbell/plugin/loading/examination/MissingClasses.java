package org.bookbell.plugin.loading.examination;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bookbell.plugin.loading.PluginClassLoader;
import org.bookbell.plugin.loading.PluginFault;
import org.bookbell.plugin.loading.PluginJar;

/**
 * The classes that a jar's classes name and that are not in it: missing ones, which are an error when they are first used,
 * and those of the server's own libraries, which no plugin may count on.
 *
 * @param ofAuthor missing ones that the plugin's own classes name, each with one of these
 * @param ofLibraries missing ones that only other classes of the jar name, each with one of these
 * @param ofServer ones that are the server's
 */
record MissingClasses(Map<String, String> ofAuthor, Map<String, String> ofLibraries, Set<String> ofServer) {

    private static final int SHOWN = 5;

    static MissingClasses of(PluginJar jar, PluginClassLoader loader) {
        var named = new TreeMap<String, String>();
        var namedByAuthor = new TreeMap<String, String>();
        for (var header : jar.classes().values()) {
            boolean isAuthors = isOfAuthor(header.name(), jar.pluginClasses());
            header.references().stream()
                    .filter(name -> !jar.classes().containsKey(name))
                    .forEach(name -> (isAuthors ? namedByAuthor : named).put(name, header.name()));
        }
        named.keySet().removeAll(namedByAuthor.keySet());
        var server = new TreeSet<String>();
        for (var names : List.of(named, namedByAuthor)) {
            names.keySet().stream().filter(loader::isOnlyInServer).forEach(server::add);
            names.keySet().removeIf(loader::finds);
        }
        return new MissingClasses(namedByAuthor, named, server);
    }

    /** Whether a class lies beside or below a plugin's. */
    private static boolean isOfAuthor(String name, List<String> pluginClasses) {
        return pluginClasses.stream()
                .map(each -> each.substring(0, each.lastIndexOf('.') + 1))
                .anyMatch(name::startsWith);
    }

    void tell(List<PluginFault> faults, List<String> notes) {
        ofAuthor.forEach((missing, by) -> faults.add(new PluginFault(
                "The class " + by + " needs the class " + missing + ", which is neither in its jar nor in the server.",
                missing.startsWith("org.bookbell.spi.")
                        ? "Build the plugin against this server's SPI."
                        : "Put the library that has it into the jar.")));
        if (!ofLibraries.isEmpty()) {
            notes.add(
                    "Libraries in the jar name classes that are neither in it nor in the server, which matters only where"
                            + " they are used: " + shown(ofLibraries.keySet()) + ".");
        }
        if (!ofServer.isEmpty()) {
            notes.add("The jar has not all of its libraries and uses the server's, which may change or go with its next"
                    + " version: " + shown(ofServer) + ".");
        }
    }

    private static String shown(Set<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }
}
