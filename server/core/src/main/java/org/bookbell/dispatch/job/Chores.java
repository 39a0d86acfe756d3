package org.bookbell.dispatch.job;

import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.storage.Steady;
import org.bookbell.storage.start.ServerResources;
import org.bookbell.storage.start.ServerStarted;
import org.jspecify.annotations.Nullable;

/**
 * Does the chores every five seconds while this node holds the lease. They have a thread of their own: the server's scheduler
 * has one for all that is scheduled, the ticking that keeps claims alive among it.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class Chores {

    private static final Logger LOG = System.getLogger(Chores.class.getName());
    private static final long EACH_SECONDS = 5;

    private final Set<Class<?>> failing = new HashSet<>();
    private Instance<Chore> beans;
    private Lease lease;
    private ExecutorService threads;
    private final AtomicBoolean isTurning = new AtomicBoolean();
    private List<Chore> chores = List.of();
    private @Nullable ScheduledFuture<?> turns;

    /** For the container's proxy. */
    protected Chores() {}

    @Inject
    Chores(Instance<Chore> chores, Lease lease, @DispatchThreads ExecutorService threads) {
        this.beans = chores;
        this.lease = lease;
        this.threads = threads;
    }

    void start(@Observes @Priority(210) ServerStarted event) {
        chores = beans.stream().toList();
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        turns = scheduler.scheduleWithFixedDelay(
                Steady.of("The start of the chores", this::begin), EACH_SECONDS, EACH_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        if (turns != null) {
            turns.cancel(false);
        }
    }

    /** Begins a turn unless the last one still runs. */
    private void begin() {
        if (!isTurning.compareAndSet(false, true)) {
            return;
        }
        try {
            threads.execute(this::turn);
        } catch (RejectedExecutionException stopping) {
            isTurning.set(false);
        } catch (RuntimeException | Error noThread) {
            isTurning.set(false);
            throw noThread;
        }
    }

    private void turn() {
        try {
            doAll();
        } finally {
            isTurning.set(false);
        }
    }

    private void doAll() {
        for (var chore : chores) {
            if (lease.isHeld()) {
                run(chore);
            }
        }
    }

    /** One that fails is told of once and tried again at each turn; the others go on. */
    private void run(Chore chore) {
        try {
            chore.run();
            failing.remove(chore.getClass());
        } catch (RuntimeException | Error failure) {
            if (failing.add(chore.getClass())) {
                LOG.log(Level.ERROR, "A chore of the job failed; it is tried again each five seconds.", failure);
            }
        }
    }
}
