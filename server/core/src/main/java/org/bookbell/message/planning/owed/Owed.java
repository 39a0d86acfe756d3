package org.bookbell.message.planning.owed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.reach.Reach;
import org.bookbell.message.planning.row.PlannedMessage;
import org.bookbell.message.planning.rule.RuleBook;

/** What appointments owe by rules, policy and the wishes of their recipients. */
public record Owed(ReminderPolicy policy, RuleBook rules, Map<Recipient, Reach> reach) {

    /** What {@code recipients} are told at once. */
    public List<PlannedMessage> notices(
            MessageKind kind, AppointmentFacts facts, List<Recipient> recipients, Instant now) {
        var planner = new NoticePlanner(kind, facts.time().start(), now);
        return recipients.stream()
                .flatMap(recipient -> planner.plan(reachOf(recipient)).stream())
                .toList();
    }

    /**
     * The reminders of an appointment.
     *
     * @param agreedAt when it was agreed, or its rules changed: what was due before is late
     */
    public List<PlannedMessage> reminders(AppointmentFacts facts, Instant agreedAt) {
        var planner = new ReminderPlanner(policy, agreedAt);
        var applied = rules.rulesFor(facts.key().serviceId());
        return facts.recipients().stream()
                .flatMap(recipient -> planner.plan(facts.time().start(), reachOf(recipient), applied).stream())
                .toList();
    }

    private Reach reachOf(Recipient recipient) {
        var found = reach.get(recipient);
        if (found == null) {
            throw new IllegalStateException("nothing was looked up about " + recipient);
        }
        return found;
    }
}
