package org.bookbell.plugin.loading;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one plugin's jar, its own first: a plugin may bring another version of a library that the server
 * uses. What plugin and server talk in (the SPI, Jakarta APIs, logging) comes from the server.
 */
public final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final List<String> SERVER_FIRST = List.of("java.", "jakarta.", "org.bookbell.spi.", "org.slf4j.");

    public PluginClassLoader(Path jar, ClassLoader server) {
        super("plugin " + jar.getFileName(), new URL[] {address(jar)}, server);
    }

    private static URL address(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file has no address", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            if (loaded == null) {
                loaded = isServerFirst(name) ? getParent().loadClass(name) : loadOwnFirst(name);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    private Class<?> loadOwnFirst(String name) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException notInJar) {
            return getParent().loadClass(name);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        var own = findResource(name);
        return own != null ? own : getParent().getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var all = new ArrayList<URL>();
        all.addAll(Collections.list(findResources(name)));
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }

    /** Whether there is a class of that name, in the jar, in the server or in Java. */
    public boolean finds(String className) {
        return getResource(resource(className)) != null;
    }

    /** Whether a class of that name is one of the server's own libraries, on which a plugin should not rely. */
    public boolean isOnlyInServer(String className) {
        var resource = resource(className);
        return !isServerFirst(className)
                && findResource(resource) == null
                && ClassLoader.getPlatformClassLoader().getResource(resource) == null
                && getParent().getResource(resource) != null;
    }

    private static String resource(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static boolean isServerFirst(String name) {
        return SERVER_FIRST.stream().anyMatch(name::startsWith);
    }
}
