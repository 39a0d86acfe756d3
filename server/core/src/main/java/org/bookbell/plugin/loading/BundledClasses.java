package org.bookbell.plugin.loading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the plugins that come with a server where no container does: the beans of an SPI type in its jars. */
public final class BundledClasses {

    private BundledClasses() {}

    /** The plugin classes of {@code libraries}, which {@code server} loads. */
    public static List<Class<?>> find(List<Path> libraries, ClassLoader server) {
        var found = new ArrayList<Class<?>>();
        for (var library : libraries) {
            try {
                for (var className : PluginJar.read(library).pluginClasses()) {
                    found.add(Class.forName(className, false, server));
                }
            } catch (PluginRefused | ClassNotFoundException e) {
                throw new IllegalStateException("jar of the server cannot be read: " + library.getFileName(), e);
            }
        }
        return List.copyOf(found);
    }

    /** An instance of a plugin's class. */
    public static Object make(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("plugin " + type.getName() + " cannot be made", e);
        }
    }
}
