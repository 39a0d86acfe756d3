package org.bookbell.web.health;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.bookbell.storage.start.ServerStarted;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until all that begins at the start has begun: health is asked as soon as the port is open. */
@Readiness
@ApplicationScoped
public class StartReady implements HealthCheck {

    private static final int AFTER_ALL_ELSE = 10_000;

    private volatile boolean started;

    void started(@Observes @Priority(AFTER_ALL_ELSE) ServerStarted event) {
        started = true;
    }

    public boolean isStarted() {
        return started;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start").status(started).build();
    }
}
