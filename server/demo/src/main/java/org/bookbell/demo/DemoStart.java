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
import org.bookbell.organization.Organizations;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.ServerResources;
import org.bookbell.storage.ServerStarted;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Fills an empty database when the server starts as a demonstration, and keeps it alive. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
class DemoStart {

    private static final Logger LOG = System.getLogger(DemoStart.class.getName());
    private static final Logger CONSOLE = System.getLogger("org.bookbell.console");
    private static final int AFTER_THE_FEATURES = 4000;
    private static final int VISIT_SECONDS = 10;
    private static final int VISITS = 360;

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
    Organizations organizations;

    @Inject
    SampleFilling filling;

    @Inject
    SampleBookings bookings;

    private volatile @Nullable ScheduledFuture<?> visiting;
    private int visits;

    void start(@Observes @Priority(AFTER_THE_FEATURES) ServerStarted event) {
        if (!isDemo) {
            return;
        }
        if (!organizations.list().isEmpty()) {
            CONSOLE.log(Level.INFO, "The database holds organizations already; no sample was added.");
            return;
        }
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        scheduler.execute(() -> {
            var practice = filling.fill(Sample.massagePractice(zone));
            var school = filling.fill(Sample.school(zone));
            List.of(practice, school).forEach(this::tellHowToSignIn);
            book(practice, school);
            visiting = scheduler.scheduleWithFixedDelay(
                    () -> visit(practice), VISIT_SECONDS, VISIT_SECONDS, TimeUnit.SECONDS);
        });
    }

    @PreDestroy
    void stop() {
        var future = visiting;
        if (future != null) {
            future.cancel(false);
        }
    }

    private void book(SampleOrganization practice, SampleOrganization school) {
        bookings.bookWithReminderSoon(practice);
        var booked = bookings.bookMonth(practice) + bookings.bookMonth(school);
        CONSOLE.log(Level.INFO, "The sample month holds " + booked + " appointments.");
    }

    private void visit(SampleOrganization practice) {
        try {
            bookings.bookNext(practice);
        } catch (ProblemException refused) {
            LOG.log(Level.DEBUG, "A sample visitor was refused: {0}", refused.type());
        }
        visits++;
        if (visits == VISITS) {
            stop();
        }
    }

    private void tellHowToSignIn(SampleOrganization made) {
        var slug = made.sample().organization().slug();
        CONSOLE.log(Level.INFO, made.sample().organization().name());
        CONSOLE.log(Level.INFO, "  clients book at  " + publicUrl + "/b/" + slug);
        CONSOLE.log(Level.INFO, "  the desk is at   " + publicUrl + "/o/" + slug + "/today");
        made.ownerPassword()
                .ifPresent(password -> CONSOLE.log(
                        Level.INFO, "  sign in as       " + made.sample().ownerEmail() + "  " + password));
    }
}
