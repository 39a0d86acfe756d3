package org.bookbell.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.bookbell.storage.JobsPool;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Asks the database for a sign of life. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private static final int SECONDS = 2;

    private DataSource database;

    /** For the proxy. */
    @SuppressWarnings("NullAway.Init")
    protected DatabaseReady() {}

    @Inject
    DatabaseReady(@JobsPool DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try (var connection = database.getConnection()) {
            return answer.status(connection.isValid(SECONDS)).build();
        } catch (SQLException away) {
            return answer.down()
                    .withData("sqlState", String.valueOf(away.getSQLState()))
                    .build();
        }
    }
}
