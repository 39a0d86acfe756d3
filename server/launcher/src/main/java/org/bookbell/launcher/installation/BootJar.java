package org.bookbell.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * The jar that this process was started from.
 *
 * @param path where it lies; a directory where classes run that nobody packed
 * @param form whether its libraries are in it
 */
public record BootJar(Path path, Form form) {

    /** Where the libraries of a {@code bookbell.jar} are. */
    public enum Form {
        /** In the jar itself. */
        PACKED,
        /** Beside the jar; its manifest names them. */
        INSTALLED,
        /** Somewhere on the class path, as in tests. */
        LOOSE
    }

    public static BootJar ofThisProcess() {
        try {
            return at(Path.of(BootJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the classes is no address", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BootJar at(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return new BootJar(path, Form.LOOSE);
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            boolean holdsLibraries = jar.stream().anyMatch(Installation::isLibrary);
            boolean namesLibraries = jar.getManifest() != null
                    && jar.getManifest().getMainAttributes().containsKey(Attributes.Name.CLASS_PATH);
            if (holdsLibraries) {
                return new BootJar(path, Form.PACKED);
            }
            return new BootJar(path, namesLibraries ? Form.INSTALLED : Form.LOOSE);
        }
    }
}
