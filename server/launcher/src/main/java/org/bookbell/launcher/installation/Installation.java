package org.bookbell.launcher.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A directory with a {@code bookbell.jar} whose libraries lie beside it. Payara Micro finds them by the {@code
 * Class-Path} of the jar's manifest, as it does in the launcher that it writes itself ({@code --outputlauncher}), and
 * looks for its resource adapters ({@code *.rar}) at the top of the class path.
 */
public final class Installation {

    private static final String LIBRARIES = "MICRO-INF/runtime/";

    private static final String DRIVERS = "MICRO-INF/lib/";
    private static final String JAR = "bookbell.jar";

    private final Path directory;

    private Installation(Path directory) {
        this.directory = directory;
    }

    /** Writes the parts of {@code packed} into {@code directory}, which is made and must be empty. */
    public static Installation write(Path packed, Path directory) throws IOException {
        Files.createDirectories(directory);
        Path parts = Files.createDirectories(directory.resolve("runtime"));
        List<String> libraries = new ArrayList<>();
        try (JarFile source = new JarFile(packed.toFile())) {
            List<JarEntry> kept = new ArrayList<>();
            for (JarEntry entry : source.stream().toList()) {
                if (isLibrary(entry)) {
                    String name = fileName(entry);
                    Files.copy(source.getInputStream(entry), parts.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    libraries.add("runtime/" + name);
                } else {
                    kept.add(entry);
                }
            }
            Manifest manifest = new Manifest(source.getManifest());
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", libraries));
            write(source, kept, manifest, directory.resolve(JAR));
        }
        return new Installation(directory);
    }

    public Path jar() {
        return directory.resolve(JAR);
    }

    /** Where the classes may be kept ready for a start. */
    public Path classes() {
        return directory.resolve("bookbell.jsa");
    }

    private static void write(JarFile source, List<JarEntry> entries, Manifest manifest, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (JarEntry entry : entries) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    continue;
                }
                JarEntry copy = new JarEntry(isAdapter(entry.getName()) ? fileName(entry) : entry.getName());
                copy.setTime(entry.getTime());
                jar.putNextEntry(copy);
                try (InputStream in = source.getInputStream(entry)) {
                    in.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
    }

    static boolean isLibrary(JarEntry entry) {
        String name = entry.getName();
        return (name.startsWith(LIBRARIES) || name.startsWith(DRIVERS)) && name.endsWith(".jar");
    }

    private static boolean isAdapter(String name) {
        return name.startsWith(LIBRARIES) && name.endsWith(".rar");
    }

    private static String fileName(JarEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }
}
