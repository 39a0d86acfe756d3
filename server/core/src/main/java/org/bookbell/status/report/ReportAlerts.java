package org.bookbell.status.report;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.storage.JobsDatabase;

/** Finds the reports that waited too long for an answer, and those that the end of their incident answers. */
@Dependent
public class ReportAlerts implements Chore {

    private static final int MOST = 20;
    /** Who was not answered then waits for an operator. */
    private static final Duration LONG_OVER = Duration.ofDays(2);

    private final JobsDatabase database;
    private final ReportReminder reminder;
    private final Reports reports;
    private final Clock clock;

    @Inject
    ReportAlerts(JobsDatabase database, ReportReminder reminder, Reports reports, Clock clock) {
        this.database = database;
        this.reminder = reminder;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public void run() {
        database.withoutTransaction(sql -> sql.list(
                        "SELECT r.id FROM incident i JOIN problem_report r ON r.incident_id = i.id"
                                + " WHERE i.closed_at > ? AND r.answered_at IS NULL ORDER BY r.id LIMIT " + MOST,
                        row -> row.getLong("id"),
                        clock.instant().minus(LONG_OVER)))
                .forEach(reports::answerByEnd);
        database.withoutTransaction(sql -> sql.list(
                        "SELECT id FROM problem_report WHERE alert_at <= ? ORDER BY alert_at LIMIT " + MOST,
                        row -> row.getLong("id"),
                        clock.instant()))
                .forEach(reminder::remind);
    }
}
