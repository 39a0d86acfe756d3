package org.bookbell.status.report;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.bookbell.access.member.Addressees;
import org.bookbell.audit.Actor;
import org.bookbell.message.Audience;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.row.Alerts;
import org.bookbell.organization.Organizations;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The e-mails about reports: to the operators what was reported, to the member what was answered. */
@Dependent
class ReportLetters {

    private final Addressees addressees;
    private final Organizations organizations;
    private final Alerts alerts;
    private final String page;

    @Inject
    ReportLetters(
            Addressees addressees,
            Organizations organizations,
            Alerts alerts,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.addressees = addressees;
        this.organizations = organizations;
        this.alerts = alerts;
        this.page = publicUrl.replaceAll("/+$", "") + "/operator/reports";
    }

    /** Tells the operators of a report that no incident explains. */
    void tellOperators(Report report) {
        var text = report.by().name() + " of " + report.about().organization() + " reports a problem with a message."
                + note(report) + "\n\nIts history, and where to answer: " + page;
        tellOperators(report, "A problem is reported", text);
    }

    /** Reminds the operators of one that waits for so many hours. */
    void remindOperators(Report report, long hours) {
        var text = "A problem that " + report.by().name() + " of "
                + report.about().organization() + " reported " + hours + " hours ago is " + report.standing() + "."
                + note(report) + "\n\n" + page;
        tellOperators(report, "A report waits for an answer", text);
    }

    private void tellOperators(Report report, String subject, String text) {
        addressees
                .listOperators()
                .forEach(operator ->
                        alerts.mail(Actor.system(), report.about().organizationId(), operator, subject, text));
    }

    private static String note(Report report) {
        return report.note().map(note -> "\n\n  " + note).orElse("");
    }

    /** Brings an answer to the member who reported. */
    void tellMember(Actor actor, Report report, String answer) {
        var by = report.by();
        var words = "You reported a problem with a message"
                + report.note().map(note -> ":\n\n  " + note).orElse(".") + "\n\nThe answer:\n\n" + answer;
        var organizationId = report.about().organizationId();
        var recipient = new Recipient(
                Audience.MEMBER,
                by.memberId(),
                by.name(),
                organizations.get(organizationId).locale(),
                ZoneId.of(report.about().zone()),
                by.email(),
                null);
        alerts.mail(actor, organizationId, recipient, "Answer to your report", words);
    }

    /** What the end of an incident answers. */
    static String answer(Cause cause, Instant closedAt, ZoneId zone) {
        var from = at(cause.knownSince(), zone);
        var until = at(closedAt, zone);
        var what = switch (cause.kind()) {
            case FAIL_OVER -> "The gateway " + cause.gateway() + " took messages and did not bring them";
            case REFUSES -> "The gateway " + cause.gateway() + " took no messages";
            case SENDING -> "Messages were sent late";
            case EMAIL -> "E-mail could not be sent";
        };
        return what + ", known since " + from + " and over since " + until
                + ". What was of use was sent again; whom no message reached is on your call list.";
    }

    private static String at(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.ENGLISH)
                .format(moment.atZone(zone));
    }
}
