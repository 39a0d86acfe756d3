package org.bookbell.export.busy;

import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bookbell.storage.Steady;
import org.bookbell.storage.start.ServerResources;
import org.bookbell.storage.start.ServerStarted;
import org.bookbell.storage.start.ServerThreads;
import org.jspecify.annotations.Nullable;

/** Looks every few seconds for calendars that are due, on threads of their own: other servers may keep them waiting. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class BusyStart {

    private static final long EACH_SECONDS = 5;
    private static final int MOST_AT_ONCE = 8;
    private static final long IDLE_SECONDS = 60;

    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private Instance<Claims> claims;
    private Instance<BusyFetches> fetches;
    /** Once something was fetched: a stop makes nothing. */
    private volatile @Nullable BusyFetches fetching;

    private @Nullable Claims known;
    private @Nullable ExecutorService threads;
    private @Nullable ScheduledFuture<?> looking;

    /** For the container's proxy. */
    protected BusyStart() {}

    @Inject
    BusyStart(Instance<Claims> claims, Instance<BusyFetches> fetches) {
        this.claims = claims;
        this.fetches = fetches;
    }

    void start(@Observes @Priority(310) ServerStarted event, ServerThreads server) {
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        known = claims.get();
        var pool = new ThreadPoolExecutor(
                0, MOST_AT_ONCE + 1, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), server);
        threads = pool;
        var look = Steady.of("The look for outside calendars", () -> look(pool));
        looking = scheduler.scheduleWithFixedDelay(
                Steady.of("The start of a look for outside calendars", () -> begin(pool, look)),
                EACH_SECONDS,
                EACH_SECONDS,
                TimeUnit.SECONDS);
    }

    private void begin(ExecutorService pool, Runnable look) {
        if (!isLooking.compareAndSet(false, true)) {
            return;
        }
        try {
            pool.execute(() -> {
                try {
                    look.run();
                } finally {
                    isLooking.set(false);
                }
            });
        } catch (RejectedExecutionException stopping) {
            isLooking.set(false);
        }
    }

    private void look(ExecutorService pool) {
        var source = known;
        while (source != null && free.tryAcquire()) {
            var isTaken = false;
            try {
                var claim = source.next();
                if (claim.isEmpty()) {
                    return;
                }
                pool.execute(() -> fetch(claim.get()));
                isTaken = true;
            } finally {
                if (!isTaken) {
                    free.release();
                }
            }
        }
    }

    private void fetch(Claim claim) {
        try {
            var made = fetches.get();
            fetching = made;
            made.fetch(claim);
        } finally {
            free.release();
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        if (looking != null) {
            looking.cancel(false);
        }
        var made = fetching;
        if (made != null) {
            made.stop();
        }
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
