package org.bookbell.dispatch.receipt;

import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.bookbell.storage.Steady;
import org.bookbell.storage.start.ServerResources;
import org.bookbell.storage.start.ServerStarted;
import org.jspecify.annotations.Nullable;

/** Looks each second for what was stored and not applied. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class SweepStart {

    private Instance<Aftermath> aftermath;
    private @Nullable ScheduledFuture<?> sweeping;

    /** For the container's proxy. */
    protected SweepStart() {}

    @Inject
    SweepStart(Instance<Aftermath> aftermath) {
        this.aftermath = aftermath;
    }

    void start(@Observes @Priority(210) ServerStarted event) {
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        sweeping = scheduler.scheduleWithFixedDelay(
                Steady.of("The sweep for receipts", () -> aftermath.get().wake()), 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        if (sweeping != null) {
            sweeping.cancel(false);
        }
    }
}
