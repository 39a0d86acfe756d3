package org.bookbell.message.planning;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.BookedAppointments;
import org.bookbell.message.planning.owed.Obligations;
import org.bookbell.message.planning.row.Correction;
import org.bookbell.message.planning.row.Corrections;
import org.bookbell.message.planning.row.MessageRows;
import org.bookbell.message.planning.row.PlannedMessage;
import org.bookbell.message.planning.rule.RuleBook;

/** Plans the reminders of existing appointments again, page by page, in the running transaction. */
@Dependent
class Replanning {

    /** What one transaction takes at most; reconciliation does the rest within the hour. */
    static final int MOST_APPOINTMENTS = 10_000;

    private static final int PAGE = 250;

    private final BookedAppointments appointments;
    private final Obligations obligations;
    private final MessageRows rows;
    private final Corrections corrections;

    @Inject
    Replanning(BookedAppointments appointments, Obligations obligations, MessageRows rows, Corrections corrections) {
        this.appointments = appointments;
        this.obligations = obligations;
        this.rows = rows;
        this.corrections = corrections;
    }

    /** What {@code rules} would change; nothing is written. */
    RulePreview preview(long organizationId, RuleBook rules, Instant now) {
        return all(organizationId, rules, now, (correction, owed) -> {});
    }

    /** Brings all future appointments of an organization to {@code rules}. */
    RulePreview replan(long organizationId, RuleBook rules, Instant now) {
        return all(organizationId, rules, now, (correction, owed) -> corrections.apply(correction, owed, now));
    }

    /** Brings all future appointments of an organization to its settings of today. */
    void replan(long organizationId, Instant now) {
        replan(organizationId, obligations.rulesOf(organizationId), now);
    }

    /** Brings some appointments to what is known of their recipients today. */
    void replan(long organizationId, List<AppointmentFacts> some, Instant now) {
        page(
                organizationId,
                some,
                obligations.rulesOf(organizationId),
                now,
                RulePreview.NOTHING,
                (correction, owed) -> corrections.apply(correction, owed, now));
    }

    private RulePreview all(long organizationId, RuleBook rules, Instant now, Step step) {
        var preview = RulePreview.NOTHING;
        var after = 0L;
        while (preview.appointments() < MOST_APPOINTMENTS) {
            var page = appointments.list(organizationId, now, after, PAGE);
            preview = page(organizationId, page, rules, now, preview, step);
            if (page.size() < PAGE) {
                return preview;
            }
            after = page.get(page.size() - 1).key().appointmentId();
        }
        return preview.incomplete();
    }

    private RulePreview page(
            long organizationId,
            List<AppointmentFacts> page,
            RuleBook rules,
            Instant now,
            RulePreview before,
            Step step) {
        var preview = before;
        var owed = obligations.of(organizationId, page, rules);
        var stored = rows.listOf(
                page.stream().map(facts -> facts.key().appointmentId()).toList());
        for (var facts : page) {
            var reminders = owed.reminders(facts, now);
            var correction = Correction.of(
                    facts, reminders, stored.getOrDefault(facts.key().appointmentId(), List.of()), now);
            step.take(correction, reminders);
            preview = preview.plus(correction, now);
        }
        return preview;
    }

    @FunctionalInterface
    private interface Step {
        void take(Correction correction, List<PlannedMessage> owed);
    }
}
