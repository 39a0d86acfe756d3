package org.bookbell.plugin.loading;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources and packs them as a plugin's author would. */
public final class PluginJarBuilder {

    private static final Pattern CLASS = Pattern.compile("package (\\S+);.*?class (\\w+)", Pattern.DOTALL);

    private final Path classes;
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private final Map<String, String> headers = new LinkedHashMap<>();

    private PluginJarBuilder(Path classes) {
        this.classes = classes;
    }

    public static PluginJarBuilder in(Path folder) throws IOException {
        return new PluginJarBuilder(Files.createTempDirectory(folder, "classes"));
    }

    public PluginJarBuilder source(String source) {
        var matcher = CLASS.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("source must declare a package and a class");
        }
        var name = matcher.group(1).replace('.', '/') + "/" + matcher.group(2);
        sources.add(new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        });
        return this;
    }

    /** A line of the jar's manifest. */
    public PluginJarBuilder header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Compiled, but not packed. */
    public PluginJarBuilder leavingOut(String classFile) {
        leftOut.add(classFile);
        return this;
    }

    public Path build(Path jar) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options = List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled =
                compiler.getTask(null, null, null, options, null, sources).call();
        if (!compiled) {
            throw new IllegalStateException("plugin source does not compile");
        }
        pack(jar);
        return jar;
    }

    private void pack(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (OutputStream file = Files.newOutputStream(jar);
                var out = new JarOutputStream(file, manifest);
                var files = Files.walk(classes)) {
            for (var each : files.filter(Files::isRegularFile).toList()) {
                var name = classes.relativize(each).toString();
                if (!leftOut.contains(name)) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(each, out);
                }
            }
        }
    }
}
