package org.bookbell.export.agenda.pack;

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

/** Has day packs written each minute where a folder is named, on a thread of their own: they may take a while. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class DayPackStart {

    private static final int SECONDS = 60;
    private static final int AFTER_THE_FEATURES = 400;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private Instance<DayPacks> packs;

    /** For the container's proxy. */
    protected DayPackStart() {}

    @Inject
    DayPackStart(Instance<DayPacks> packs) {
        this.packs = packs;
    }

    void start(@Observes @Priority(AFTER_THE_FEATURES) ServerStarted event, ServerThreads threads) {
        var found = packs.get();
        if (!found.isWanted()) {
            return;
        }
        var thread = threads.newThread(() -> write(found));
        thread.setName("bookbell-daypacks");
        thread.setDaemon(true);
        thread.start();
    }

    private void write(DayPacks found) {
        var turn = Steady.of("The writing of day packs", found::run);
        try {
            do {
                turn.run();
            } while (!stopped.await(SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stopped.countDown();
    }
}
