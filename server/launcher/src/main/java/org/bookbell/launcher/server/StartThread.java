package org.bookbell.launcher.server;

import java.util.Objects;
import java.util.concurrent.FutureTask;

/**
 * The thread that starts Payara Micro, which never has no context class loader. Payara 6.2025.10 sometimes takes it away
 * while it deploys, in about one start of a hundred; its own policy provider (NCLS-SECURITY-01144) then cannot be
 * loaded, and the start fails.
 */
final class StartThread extends Thread {

    StartThread(FutureTask<?> start) {
        super(start, "bookbell-start");
    }

    @Override
    public void setContextClassLoader(ClassLoader loader) {
        super.setContextClassLoader(Objects.requireNonNullElse(loader, getContextClassLoader()));
    }
}
