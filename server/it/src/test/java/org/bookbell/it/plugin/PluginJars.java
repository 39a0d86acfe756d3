package org.bookbell.it.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Packs compiled classes as a plugin's author would. */
public final class PluginJars {

    private PluginJars() {}

    /** A jar that provides {@link NotebookSms}. */
    public static Path notebook(Path folder) {
        return pack(folder.resolve("notebook.jar"), NotebookSms.class, Notebook.class, NotebookLine.class);
    }

    /** A jar that provides {@link StubbornSms}. */
    public static Path stubborn(Path folder) {
        return pack(folder.resolve("stubborn.jar"), StubbornSms.class, StubbornSms.Gateway.class);
    }

    public static Path pack(Path jar, Class<?>... classes) {
        try {
            Files.createDirectories(Objects.requireNonNull(jar.getParent()));
            try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (var each : classes) {
                    add(out, each);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JarOutputStream out, Class<?> type) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (var in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
            in.transferTo(out);
        }
    }
}
