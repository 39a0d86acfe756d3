package org.bookbell.web.housekeeping;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.bookbell.access.AccessPurge;
import org.bookbell.booking.limit.BookingTries;
import org.bookbell.booking.slot.Holds;
import org.bookbell.dispatch.guard.GuardPurge;
import org.bookbell.storage.Steady;
import org.bookbell.storage.start.ServerResources;
import org.bookbell.storage.start.ServerStarted;
import org.bookbell.web.Endpoint;
import org.jspecify.annotations.Nullable;

/** Cleans up each hour, on every node: what one has thrown away the others do not find. */
@Endpoint
class Housekeeping {

    private static final int AFTER_ALL_ELSE = 1000;
    private static final int FIRST_MINUTE = 5;
    private static final int MINUTES = 60;

    private final AccessPurge access;
    private final Holds holds;
    private final BookingTries tries;
    private final GuardPurge guards;
    private @Nullable ScheduledFuture<?> cleaning;

    @Inject
    Housekeeping(AccessPurge access, Holds holds, BookingTries tries, GuardPurge guards) {
        this.access = access;
        this.holds = holds;
        this.tries = tries;
        this.guards = guards;
    }

    void start(@Observes @Priority(AFTER_ALL_ELSE) ServerStarted event) {
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        cleaning = scheduler.scheduleWithFixedDelay(
                Steady.of("The hourly clean-up", this::clean), FIRST_MINUTE, MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (cleaning != null) {
            cleaning.cancel(false);
        }
    }

    private void clean() {
        access.run();
        holds.purge();
        tries.purge();
        guards.run();
    }
}
