package org.bookbell.storage.start;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * What the application server keeps under a name. Beans that are made while the application starts look it up here: the
 * server fills {@code @Resource} fields only later.
 */
public final class ServerResources {

    private ServerResources() {}

    /** The resource with a constant name; a missing one is a fault of the installation. */
    @SuppressWarnings({"BanJNDI", "TypeParameterUnusedInFormals"}) // the names are constants
    public static <T> T get(String name) {
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException failure) {
            throw new IllegalStateException("the application server has no resource " + name, failure);
        }
    }
}
