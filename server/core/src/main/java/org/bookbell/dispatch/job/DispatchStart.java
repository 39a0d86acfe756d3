package org.bookbell.dispatch.job;

import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.dispatch.Dispatcher;
import org.bookbell.dispatch.claim.Claims;
import org.bookbell.storage.Steady;
import org.bookbell.storage.start.ServerResources;
import org.bookbell.storage.start.ServerStarted;
import org.bookbell.storage.start.ServerThreads;
import org.jspecify.annotations.Nullable;

/** Starts the ticking when the application is up and ends it, with what is on its way, before it goes down. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class DispatchStart {

    private static final Logger LOG = System.getLogger(DispatchStart.class.getName());
    private static final Duration LONGEST_STOP = Duration.ofSeconds(7);
    private static final int MOST_THREADS = 512;
    private static final long IDLE_SECONDS = 60;

    private Instance<Tick> tick;
    private Instance<Dispatcher> dispatcher;
    private Instance<Claims> claims;
    private Instance<Lease> lease;
    private @Nullable ScheduledFuture<?> ticking;

    /** For the container's proxy. */
    protected DispatchStart() {}

    @Inject
    DispatchStart(
            Instance<Tick> tick, Instance<Dispatcher> dispatcher, Instance<Claims> claims, Instance<Lease> lease) {
        this.tick = tick;
        this.dispatcher = dispatcher;
        this.claims = claims;
        this.lease = lease;
    }

    void start(@Observes @Priority(200) ServerStarted event) {
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        int freed = claims.get().freePredecessors();
        if (freed > 0) {
            LOG.log(
                    Level.INFO,
                    "{0} messages were on their way when this node died; they are looked after now.",
                    freed);
        }
        ticking = scheduler.scheduleWithFixedDelay(
                Steady.of("The tick", () -> tick.get().tick()), 1, 1, TimeUnit.SECONDS);
    }

    /**
     * The server's threads, kept for a while: its own executor searches the class path for contexts to carry along, anew
     * for each task. Made at its first use: a question for health makes beans that need it before the application has
     * started.
     */
    @Produces
    @DispatchThreads
    @ApplicationScoped
    ExecutorService threads(ServerThreads server) {
        return new ThreadPoolExecutor(
                0, MOST_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), server);
    }

    void end(@Disposes @DispatchThreads ExecutorService threads) {
        threads.shutdown();
    }

    /** Before anything else ends that answers may need. */
    void stop(@Observes @Priority(1) @BeforeDestroyed(ApplicationScoped.class) Object event) {
        if (ticking != null) {
            ticking.cancel(false);
        }
        if (!dispatcher.get().stop(LONGEST_STOP)) {
            LOG.log(Level.WARNING, "Some gateways did not answer before the stop; their messages stay unclear.");
        }
        lease.get().release();
    }
}
