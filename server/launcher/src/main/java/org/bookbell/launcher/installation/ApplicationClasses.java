package org.bookbell.launcher.installation;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bookbell.launcher.console.FaultsException;
import org.bookbell.launcher.console.Reply;

/**
 * The application's classes where no server runs, unpacked for as long as they are asked: the libraries of its WAR, and
 * those of the application server, which an installed server has on the class path.
 */
public final class ApplicationClasses implements AutoCloseable {

    private static final String WAR = "MICRO-INF/deploy/ROOT.war";
    private static final String LIBRARIES_OF_WAR = "WEB-INF/lib/";

    private final Path directory;
    private final List<Path> libraries = new ArrayList<>();
    private final List<URL> addresses = new ArrayList<>();
    private final ClassLoader parent;

    private ApplicationClasses(Path directory, ClassLoader parent) {
        this.directory = directory;
        this.parent = parent;
    }

    /** Unpacks them from {@code jar}. */
    public static ApplicationClasses unpack(BootJar jar) throws IOException, FaultsException {
        // the boot classes of the packed form are not what plugins see
        ClassLoader parent = jar.form() == BootJar.Form.PACKED
                ? ClassLoader.getPlatformClassLoader()
                : ApplicationClasses.class.getClassLoader();
        ApplicationClasses classes = new ApplicationClasses(Files.createTempDirectory("bookbell-classes"), parent);
        try {
            classes.copyFrom(jar.path());
            return classes;
        } catch (IOException | FaultsException e) {
            classes.close();
            throw e;
        }
    }

    /** The jars of the WAR. */
    public List<Path> libraries() {
        return List.copyOf(libraries);
    }

    /** What the application's class {@code name} answers, which takes and gives the text of a {@link Reply}. */
    public Reply ask(String name, List<String> words) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(addresses.toArray(new URL[0]), parent)) {
            @SuppressWarnings("unchecked")
            Function<String[], String[]> console = (Function<String[], String[]>)
                    loader.loadClass(name).getConstructor().newInstance();
            return Reply.parse(List.of(console.apply(words.toArray(new String[0]))));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the application has no " + name, e);
        }
    }

    private void copyFrom(Path file) throws IOException, FaultsException {
        if (!Files.isRegularFile(file)) {
            throw notIn(file);
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            JarEntry war = jar.getJarEntry(WAR);
            if (war == null) {
                throw notIn(file);
            }
            for (JarEntry entry : jar.stream().filter(Installation::isLibrary).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    copy(in, "runtime", entry);
                }
            }
            try (ZipInputStream in = new ZipInputStream(jar.getInputStream(war))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (entry.getName().startsWith(LIBRARIES_OF_WAR)
                            && entry.getName().endsWith(".jar")) {
                        libraries.add(copy(in, "lib", entry));
                    }
                }
            }
        }
    }

    private Path copy(InputStream in, String part, ZipEntry entry) throws IOException {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        Path copy = Files.createDirectories(directory.resolve(part)).resolve(name);
        Files.copy(in, copy);
        addresses.add(address(copy));
        return copy;
    }

    private static URL address(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file has no address", e);
        }
    }

    private static FaultsException notIn(Path file) {
        return new FaultsException(
                "The application is not in " + file + ".",
                "Run this from the bookbell.jar that you downloaded or built.");
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
