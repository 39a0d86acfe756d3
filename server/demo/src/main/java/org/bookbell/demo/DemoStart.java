package org.bookbell.demo;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.start.ServerResources;
import org.bookbell.storage.start.ServerStarted;
import org.bookbell.storage.start.ServerThreads;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Opens the samples when the server starts as a demonstration, says how to sign in, and keeps them alive. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class DemoStart {

    private static final Logger LOG = System.getLogger(DemoStart.class.getName());
    private static final Logger CONSOLE = System.getLogger("org.bookbell.console");
    private static final int AFTER_THE_FEATURES = 4000;
    private static final int VISIT_SECONDS = 10;

    @Inject
    @ConfigProperty(name = "bookbell.demo", defaultValue = "false")
    boolean isDemo;

    @Inject
    @ConfigProperty(name = "bookbell.demo.zone", defaultValue = "America/New_York")
    String zone;

    @Inject
    @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080")
    String publicUrl;

    @Inject
    SampleStage stage;

    @Inject
    SampleToday today;

    @Inject
    SampleVisitors visitors;

    @Inject
    SampleAgenda agenda;

    private volatile @Nullable ScheduledFuture<?> visiting;

    void start(@Observes @Priority(AFTER_THE_FEATURES) ServerStarted event, ServerThreads threads) {
        if (!isDemo) {
            return;
        }
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        // not on the scheduler: it has one thread, and nothing would be sent until the month is booked
        threads.newThread(() -> open(scheduler)).start();
    }

    private void open(ManagedScheduledExecutorService scheduler) {
        try {
            var opened = stage.open(Sample.massagePractice(zone), Sample.school(zone));
            if (opened.isEmpty()) {
                CONSOLE.log(Level.INFO, "The database holds organizations already; no sample was added.");
                return;
            }
            SignInLines.of(publicUrl, opened).forEach(line -> CONSOLE.log(Level.INFO, line));
            var booked = stage.set(opened);
            CONSOLE.log(Level.INFO, "The sample month is booked: " + booked + " appointments were added.");
            agenda.wantSoon(opened.get(0));
            visiting = scheduler.scheduleWithFixedDelay(
                    () -> visit(opened), VISIT_SECONDS, VISIT_SECONDS, TimeUnit.SECONDS);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "The samples could not be set up.", failure);
        }
    }

    @PreDestroy
    void stop() {
        var future = visiting;
        if (future != null) {
            future.cancel(false);
        }
    }

    /** Never throws: the next one comes ten seconds later. */
    private void visit(List<SampleOrganization> opened) {
        try {
            opened.forEach(today::keepOneBegun);
            visitors.visit(opened.get(0));
        } catch (ProblemException refused) {
            LOG.log(Level.DEBUG, "A sample visitor was refused: {0}", refused.type());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "A sample visitor failed; the next one comes in ten seconds.", failure);
        }
    }
}
