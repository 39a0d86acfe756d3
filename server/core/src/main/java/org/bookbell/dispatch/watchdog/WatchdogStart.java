package org.bookbell.dispatch.watchdog;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bookbell.storage.Steady;
import org.bookbell.storage.start.ServerStarted;
import org.bookbell.storage.start.ServerThreads;

/** Lets the watchdog look three times a minute, on a thread that no scheduler and no pool can keep from running. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class WatchdogStart {

    private static final int SECONDS = 20;
    private static final int AFTER_SENDING = 300;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private Instance<Watchdog> watchdog;

    /** For the container's proxy. */
    protected WatchdogStart() {}

    @Inject
    WatchdogStart(Instance<Watchdog> watchdog) {
        this.watchdog = watchdog;
    }

    void start(@Observes @Priority(AFTER_SENDING) ServerStarted event, ServerThreads threads) {
        var thread = threads.newThread(this::watch);
        thread.setName("bookbell-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        var look = Steady.of("The watchdog", () -> watchdog.get().look());
        try {
            while (!stopped.await(SECONDS, TimeUnit.SECONDS)) {
                look.run();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stopped.countDown();
    }
}
