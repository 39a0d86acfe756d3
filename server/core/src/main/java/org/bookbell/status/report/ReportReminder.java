package org.bookbell.status.report;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** Reminds the operators of one report, once on whichever node, and says when they are reminded again. */
@UseCase
public class ReportReminder {

    private static final Duration AGAIN = Duration.ofDays(1);

    private final Sql sql;
    private final Clock clock;
    private final Reports reports;
    private final ReportLetters letters;

    @Inject
    ReportReminder(Sql sql, Clock clock, Reports reports, ReportLetters letters) {
        this.sql = sql;
        this.clock = clock;
        this.reports = reports;
        this.letters = letters;
    }

    /** Answers whether there was still something to remind of. */
    public boolean remind(long reportId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var taken = sql.update(
                "UPDATE problem_report SET alert_at = ? WHERE id = ? AND alert_at <= ? AND answered_at IS NULL",
                now.plus(AGAIN),
                reportId,
                now);
        if (taken == 0) {
            return false;
        }
        var report = reports.get(reportId);
        letters.remindOperators(
                report, Duration.between(report.reportedAt(), now).toHours());
        return true;
    }
}
