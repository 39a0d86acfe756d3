package org.bookbell.dispatch.alert;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.message.calls.CallReason;
import org.bookbell.message.calls.CallTexts;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds the organizations with calls of which nobody was told and has them told: some seconds after the first one, so
 * that what fails together is told together, and then in one e-mail for some minutes.
 */
@Dependent
public class CallAlerts implements Chore {

    static final Duration GATHERING = Duration.ofSeconds(5);
    static final int MOST_IN_FULL = 50;

    private static final int MOST_ORGANIZATIONS = 20;
    private static final int MOST_CALLS = 2000;
    private static final String WAITING = "SELECT c.organization_id FROM call_list c WHERE c.alerted_at IS NULL"
            + " AND NOT EXISTS (SELECT 1 FROM call_alert a WHERE a.organization_id = c.organization_id"
            + " AND a.alerted_at > ?) GROUP BY c.organization_id HAVING MIN(c.created_at) <= ?"
            + " ORDER BY c.organization_id LIMIT " + MOST_ORGANIZATIONS;
    private static final String FIRST_TIME = "INSERT INTO call_alert (organization_id, alerted_at)"
            + " SELECT o.id, ? FROM organization o WHERE o.id = ?"
            + " AND NOT EXISTS (SELECT 1 FROM call_alert a WHERE a.organization_id = o.id)";
    private static final String CALLS = "SELECT c.id FROM call_list c WHERE c.alerted_at IS NULL"
            + " AND c.organization_id = ? ORDER BY c.created_at LIMIT " + MOST_CALLS;

    private final JobsDatabase database;
    private final CallTexts texts;
    private final AddressEvidence evidence;
    private final CallAlertPlan plan;
    private final Clock clock;
    private final String publicUrl;

    @Inject
    CallAlerts(
            JobsDatabase database,
            CallTexts texts,
            AddressEvidence evidence,
            CallAlertPlan plan,
            Clock clock,
            @ConfigProperty(name = "bookbell.publicUrl", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.database = database;
        this.texts = texts;
        this.evidence = evidence;
        this.plan = plan;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    private record House(String slug, ZoneId zone, Locale locale) {

        static House read(Row row) throws SQLException {
            return new House(
                    row.getText("slug"), ZoneId.of(row.getText("zone")), Locale.forLanguageTag(row.getText("locale")));
        }
    }

    @Override
    public void run() {
        var now = clock.instant();
        var waiting = database.withoutTransaction(sql -> sql.list(
                WAITING, row -> row.getLong("organization_id"), now.minus(CallAlertPlan.QUIET), now.minus(GATHERING)));
        for (var organizationId : waiting) {
            plan.plan(draft(organizationId));
        }
    }

    /** What there is to tell; the texts are written outside the transaction that tells it. */
    CallAlertDraft draft(long organizationId) {
        database.withoutTransaction(sql -> sql.update(FIRST_TIME, Instant.EPOCH, organizationId));
        List<Long> ids = database.withoutTransaction(sql -> sql.list(CALLS, row -> row.getLong("id"), organizationId));
        var known = Set.copyOf(ids);
        var open = database.withoutTransaction(sql -> CallList.listNotAlerted(sql, organizationId, MOST_CALLS)).stream()
                .filter(call -> known.contains(call.id()))
                .toList();
        var letter = open.isEmpty() ? Optional.<CallAlertDraft.Mail>empty() : Optional.of(mail(organizationId, open));
        return new CallAlertDraft(organizationId, ids, letter, evidence.find(ids));
    }

    private CallAlertDraft.Mail mail(long organizationId, List<CallListEntry> open) {
        var house = database.withoutTransaction(
                sql -> sql.find("SELECT slug, zone, locale FROM organization WHERE id = ?", House::read, organizationId)
                        .orElseThrow());
        var told = open.subList(0, Math.min(MOST_IN_FULL, open.size()));
        var words = texts.bySms(told, false);
        var lines = told.stream()
                .map(call -> line(call, words.getOrDefault(call.id(), "")))
                .toList();
        var text = new CallAlertText(house.zone(), house.locale(), publicUrl + "/o/" + house.slug() + "/callList");
        return new CallAlertDraft.Mail(text.subject(lines, open.size()), text.body(lines, open.size()));
    }

    private static CallAlertText.Line line(CallListEntry call, String words) {
        var told = call.about().facts().appointment();
        return new CallAlertText.Line(
                call.about().facts().to().name(),
                call.isForStaff(),
                call.contact().numbers(),
                call.appointmentStart(),
                told == null
                        ? ""
                        : told.visit().service() + " with " + told.visit().staff(),
                CallReason.inWords(call),
                call.why().codes(),
                words);
    }
}
