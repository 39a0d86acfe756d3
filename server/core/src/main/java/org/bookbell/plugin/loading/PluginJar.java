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
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** What a jar of the plugins folder contains, read without loading a class of it. */
record PluginJar(Path file, Optional<String> version, List<String> pluginClasses) {

    static PluginJar read(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            var version = Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION));
            return new PluginJar(file, version, pluginClasses(headers(jar)));
        }
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

    private static List<String> pluginClasses(Map<String, ClassHeader> headers) {
        var classes = new ArrayList<String>();
        for (var header : headers.values()) {
            if (header.isPublicAndConcrete() && isPlugin(header.name(), headers, new HashSet<>())) {
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
