package org.bookbell.status.report;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.storage.JobsDatabase;

/** Finds the reports that waited too long for an answer. */
@Dependent
public class ReportAlerts implements Chore {

    private static final int MOST = 20;

    private final JobsDatabase database;
    private final ReportReminder reminder;
    private final Clock clock;

    @Inject
    ReportAlerts(JobsDatabase database, ReportReminder reminder, Clock clock) {
        this.database = database;
        this.reminder = reminder;
        this.clock = clock;
    }

    @Override
    public void run() {
        database.withoutTransaction(sql -> sql.list(
                        "SELECT id FROM problem_report WHERE alert_at <= ? ORDER BY alert_at LIMIT " + MOST,
                        row -> row.getLong("id"),
                        clock.instant()))
                .forEach(reminder::remind);
    }
}
