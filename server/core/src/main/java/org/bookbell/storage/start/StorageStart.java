package org.bookbell.storage.start;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.bookbell.storage.DatabaseClock;
import org.bookbell.storage.Dialect;
import org.bookbell.storage.Ids;
import org.bookbell.storage.InstantConverter;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.JobsPool;
import org.bookbell.storage.Steady;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Prepares the database before anything else uses it, and keeps clock and registration fresh afterwards. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class StorageStart {

    private static final Logger LOG = System.getLogger(StorageStart.class.getName());
    private static final int REFRESH_SECONDS = 10;

    private final String nodeName;
    private DataSource jobs;
    private DatabaseClock clock;
    private Node node;
    private NodeRegistration registration;
    private @Nullable ScheduledFuture<?> refreshing;

    /** For the proxy. */
    StorageStart() {
        this("");
    }

    @Inject
    StorageStart(@ConfigProperty(name = "bookbell.node", defaultValue = "main") String nodeName) {
        this.nodeName = nodeName;
    }

    /** Payara runs this before it has the component's own names, so that {@code @Resource} would fail. */
    void start(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object event) throws SQLException {
        InstantConverter.readDatesAsText();
        jobs = ServerResources.get("jdbc/bookbellJobs");
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        Migrations.run(jobs);
        var faults = StorageCheck.findFaults(jobs);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join(" ", faults));
        }
        clock = DatabaseClock.of(jobs);
        try (var connection = jobs.getConnection()) {
            registration = new NodeRegistration(new JobsDatabase(jobs), Dialect.of(connection));
        }
        node = registration.register(nodeName);
        refreshing = scheduler.scheduleWithFixedDelay(
                Steady.of("The clock's synchronization", this::refresh),
                REFRESH_SECONDS,
                REFRESH_SECONDS,
                TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (refreshing != null) {
            refreshing.cancel(false);
        }
    }

    private void refresh() {
        try {
            clock.synchronize();
            registration.renew(node);
        } catch (SQLException | RuntimeException failure) {
            LOG.log(Level.WARNING, "The database did not answer; the clock runs on since its last answer.", failure);
        }
    }

    @Produces
    @Singleton
    DatabaseClock databaseClock() {
        return clock;
    }

    @Produces
    @Singleton
    Node node() {
        return node;
    }

    @Produces
    @Singleton
    Ids ids() {
        return Ids.of(node.number(), clock);
    }

    @Produces
    @JobsPool
    DataSource jobsPool() {
        return jobs;
    }
}
