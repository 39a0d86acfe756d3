package org.bookbell.plugin;

import java.util.function.Supplier;

/**
 * A plugin that comes with the server.
 *
 * @param type the class that its author wrote; the container may make a proxy for it
 * @param maker makes its one instance, and may fail
 */
public record BundledPlugin(Class<?> type, Supplier<?> maker) {

    /** One that was made already. */
    public static BundledPlugin of(Object instance) {
        return new BundledPlugin(instance.getClass(), () -> instance);
    }
}
