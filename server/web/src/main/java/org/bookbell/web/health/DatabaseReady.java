package org.bookbell.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.storage.JobsPool;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Asks the database for a sign of life. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private static final int SECONDS = 2;

    private static final String NAME = "database";

    private InTime<HealthCheckResponse> check;

    /** For the proxy. */
    @SuppressWarnings("NullAway.Init")
    protected DatabaseReady() {}

    @Inject
    DatabaseReady(
            @Readiness StartReady start, @JobsPool DataSource database, @DispatchThreads ExecutorService threads) {
        this.check = new InTime<>(start::isStarted, threads, () -> ask(database), DatabaseReady::down);
    }

    @Override
    public HealthCheckResponse call() {
        return check.answer();
    }

    private static HealthCheckResponse ask(DataSource database) {
        var answer = HealthCheckResponse.named(NAME);
        try (var connection = database.getConnection()) {
            return answer.status(connection.isValid(SECONDS)).build();
        } catch (SQLException away) {
            return answer.down()
                    .withData("sqlState", String.valueOf(away.getSQLState()))
                    .build();
        }
    }

    private static HealthCheckResponse down(String why) {
        return HealthCheckResponse.named(NAME).down().withData("why", why).build();
    }
}
