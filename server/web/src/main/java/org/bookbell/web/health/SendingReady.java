package org.bookbell.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.bookbell.dispatch.DispatchHealth;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how late messages are and which gateways can be used; only a long lag makes the server not ready. */
@Readiness
@ApplicationScoped
public class SendingReady implements HealthCheck {

    private static final Duration LONGEST_LAG = Duration.ofMinutes(10);

    private DispatchHealth health;

    /** For the proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SendingReady() {}

    @Inject
    SendingReady(DispatchHealth health) {
        this.health = health;
    }

    @Override
    public HealthCheckResponse call() {
        var lag = health.lag();
        var answer = HealthCheckResponse.named("sending").withData("lagSeconds", lag.toSeconds());
        for (var gateway : health.listGateways()) {
            answer.withData("gateway " + gateway.name(), gateway.state().name());
        }
        return answer.status(lag.compareTo(LONGEST_LAG) <= 0).build();
    }
}
