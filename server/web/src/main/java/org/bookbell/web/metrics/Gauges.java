package org.bookbell.web.metrics;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.dispatch.figures.Backlog;
import org.bookbell.dispatch.job.Lease;
import org.bookbell.storage.start.ServerResources;
import org.bookbell.storage.start.ServerStarted;
import org.bookbell.web.Endpoint;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.jspecify.annotations.Nullable;

/**
 * Shows what waits as this node saw it last; it looks by itself, so that no scrape waits for a database. What it could
 * not see is not a number.
 */
@Endpoint
class Gauges {

    private static final System.Logger LOG = System.getLogger(Gauges.class.getName());
    private static final int AFTER_ALL_ELSE = 1000;
    private static final int EACH_SECONDS = 10;
    private static final Seen NOTHING = new Seen(Double.NaN, Double.NaN);

    private final MetricRegistry registry;
    private final Backlog backlog;
    private final Lease lease;
    private final ExecutorService threads;
    private final AtomicBoolean isLooking = new AtomicBoolean();
    private volatile Seen seen = NOTHING;
    private @Nullable ScheduledFuture<?> looks;

    private record Seen(double lagSeconds, double openCalls) {}

    @Inject
    Gauges(MetricRegistry registry, Backlog backlog, Lease lease, @DispatchThreads ExecutorService threads) {
        this.registry = registry;
        this.backlog = backlog;
        this.lease = lease;
        this.threads = threads;
    }

    void start(@Observes @Priority(AFTER_ALL_ELSE) ServerStarted event) {
        show(
                "bookbell.job.lag",
                MetricUnits.SECONDS,
                "For how long the oldest due message has been waiting.",
                () -> seen.lagSeconds());
        show("bookbell.calls.open", MetricUnits.NONE, "Calls that nobody has made yet.", () -> seen.openCalls());
        show(
                "bookbell.lease.held",
                MetricUnits.NONE,
                "1 on the node that sends what is due, 0 on the others.",
                () -> lease.isHeld() ? 1 : 0);
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        looks = scheduler.scheduleWithFixedDelay(this::beginLook, 0, EACH_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (looks != null) {
            looks.cancel(false);
        }
    }

    private void show(String name, String unit, String description, Supplier<Number> value) {
        var metadata = Metadata.builder()
                .withName(name)
                .withUnit(unit)
                .withDescription(description)
                .build();
        registry.gauge(metadata, value);
    }

    /** On a thread of its own: the scheduler's one keeps claims alive. */
    private void beginLook() {
        if (!isLooking.compareAndSet(false, true)) {
            return;
        }
        try {
            threads.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            isLooking.set(false);
        }
    }

    private void look() {
        try {
            seen = new Seen(backlog.lag().toMillis() / 1000.0, backlog.openCalls());
        } catch (RuntimeException failure) {
            seen = NOTHING;
            LOG.log(Level.DEBUG, "What waits cannot be seen now.", failure);
        } finally {
            isLooking.set(false);
        }
    }
}
