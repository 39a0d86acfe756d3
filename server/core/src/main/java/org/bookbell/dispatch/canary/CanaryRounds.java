package org.bookbell.dispatch.canary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sends the canaries that are due, each by whoever moves its {@code due_at} first. After a pause of the server there is one,
 * not one for each hour that it was down.
 */
@Dependent
public class CanaryRounds implements Chore {

    private static final int AT_ONCE = 50;

    private final JobsDatabase database;
    private final CanaryRelease release;
    private final Clock clock;
    private final Duration every;

    @Inject
    public CanaryRounds(
            JobsDatabase database,
            CanaryRelease release,
            Clock clock,
            @ConfigProperty(name = "bookbell.canary.every", defaultValue = "PT1H") Duration every) {
        this.database = database;
        this.release = release;
        this.clock = clock;
        this.every = every;
    }

    private record Due(String gateway, Channel channel, String address, Instant dueAt) {

        static Due read(Row row) throws SQLException {
            return new Due(
                    row.getText("gateway"),
                    Channel.valueOf(row.getText("channel")),
                    row.getText("address"),
                    row.getInstant("due_at"));
        }
    }

    @Override
    public void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Due> due = database.withoutTransaction(sql -> sql.list(
                "SELECT c.gateway, c.address, c.due_at, g.channel FROM canary c JOIN gateway g ON g.name = c.gateway"
                        + " WHERE g.enabled = TRUE AND c.due_at <= ? ORDER BY c.due_at LIMIT " + AT_ONCE,
                Due::read,
                now));
        due.forEach(each -> send(each, now));
    }

    private void send(Due due, Instant now) {
        database.inTransaction(sql -> {
            int taken = sql.update(
                    "UPDATE canary SET due_at = ? WHERE gateway = ? AND due_at = ?",
                    now.plus(every),
                    due.gateway(),
                    due.dueAt());
            if (taken == 1) {
                release.release(sql, due.gateway(), due.channel(), due.address(), now);
            }
            return taken;
        });
    }
}
