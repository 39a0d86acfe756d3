package org.bookbell.dispatch.guard.held;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.storage.JobsDatabase;

/** Has the operators told of what guards hold: at once, and then in one e-mail for some minutes. */
@Dependent
public class HeldAlerts implements Chore {

    /** How long operators are left in peace after an e-mail. */
    static final Duration QUIET = Duration.ofMinutes(3);

    private static final String NEWS = "SELECT COUNT(*) FROM guard_news WHERE untold > 0"
            + " AND NOT EXISTS (SELECT 1 FROM guard_alert a WHERE a.alerted_at > ?)";
    private static final String FIRST_TIME = "INSERT INTO guard_alert (id, alerted_at)"
            + " SELECT DISTINCT 1, ? FROM guard_news WHERE NOT EXISTS (SELECT 1 FROM guard_alert a)";

    private final JobsDatabase database;
    private final HeldAlertPlan plan;
    private final Clock clock;

    @Inject
    public HeldAlerts(JobsDatabase database, HeldAlertPlan plan, Clock clock) {
        this.database = database;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public void run() {
        var before = clock.instant().minus(QUIET);
        if (database.withoutTransaction(sql -> sql.count(NEWS, before)) > 0) {
            database.withoutTransaction(sql -> sql.update(FIRST_TIME, Instant.EPOCH));
            plan.plan();
        }
    }
}
