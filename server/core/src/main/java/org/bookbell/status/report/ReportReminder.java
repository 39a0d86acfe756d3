package org.bookbell.status.report;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bookbell.access.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.Alerts;
import org.bookbell.storage.Sql;
import org.bookbell.storage.UseCase;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reminds the operators of one report, once on whichever node, and says when they are reminded again. */
@UseCase
public class ReportReminder {

    private static final Duration AGAIN = Duration.ofDays(1);

    private final Sql sql;
    private final Clock clock;
    private final Reports reports;
    private final Addressees addressees;
    private final Alerts alerts;
    private final String page;

    @Inject
    public ReportReminder(
            Sql sql,
            Clock clock,
            Reports reports,
            Addressees addressees,
            Alerts alerts,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.sql = sql;
        this.clock = clock;
        this.reports = reports;
        this.addressees = addressees;
        this.alerts = alerts;
        this.page = publicUrl.replaceAll("/+$", "") + "/operator/reports";
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
        addressees.listOperators().forEach(operator -> tell(report, operator, now));
        return true;
    }

    private void tell(Report report, Recipient operator, Instant now) {
        var hours = Duration.between(report.reportedAt(), now).toHours();
        var text =
                "A problem that " + report.by().name() + " of " + report.about().organization()
                        + " reported " + hours + " hours ago is " + report.standing() + "."
                        + report.note().map(note -> "\n\n  " + note).orElse("") + "\n\n" + page;
        alerts.mail(Actor.system(), report.about().organizationId(), operator, "A report waits for an answer", text);
    }
}
