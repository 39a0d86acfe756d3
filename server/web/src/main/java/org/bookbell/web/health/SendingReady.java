package org.bookbell.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.dispatch.watchdog.Watchdog;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells how late messages are and which of the server's gateways can be used; not ready while the watchdog barks. */
@Readiness
@ApplicationScoped
public class SendingReady implements HealthCheck {

    private static final String NAME = "sending";
    /** It looks three times a minute; a database that hangs may hold a look for minutes. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private InTime<HealthCheckResponse> check;

    /** For the proxy. */
    @SuppressWarnings("NullAway.Init")
    protected SendingReady() {}

    @Inject
    SendingReady(
            @Readiness StartReady start,
            DispatchHealth health,
            Watchdog watchdog,
            @DispatchThreads ExecutorService threads) {
        this.check = new InTime<>(start::isStarted, threads, () -> ask(health, watchdog), SendingReady::down);
    }

    @Override
    public HealthCheckResponse call() {
        return check.answer();
    }

    private static HealthCheckResponse ask(DispatchHealth health, Watchdog watchdog) {
        var lag = health.lag();
        var answer = HealthCheckResponse.named(NAME).withData("lagSeconds", lag.toSeconds());
        for (var gateway : health.listServersGateways()) {
            answer.withData("gateway " + gateway.name(), gateway.state().name());
        }
        var troubles = watchdog.troubles();
        troubles.forEach(trouble -> answer.withData("trouble " + trouble.kind(), trouble.sentence()));
        boolean isWatched = watchdog.silence().compareTo(LONGEST_SILENCE) <= 0;
        if (!isWatched) {
            answer.withData("trouble WATCHDOG", "The watchdog does not look any more; see the server's log.");
        }
        return answer.status(isWatched
                        && troubles.stream().noneMatch(trouble -> trouble.kind().endsReadiness()))
                .build();
    }

    private static HealthCheckResponse down(String why) {
        return HealthCheckResponse.named(NAME).down().withData("why", why).build();
    }
}
