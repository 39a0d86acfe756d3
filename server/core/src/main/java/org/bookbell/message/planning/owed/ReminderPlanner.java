package org.bookbell.message.planning.owed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageKind;
import org.bookbell.message.planning.reach.Contact;
import org.bookbell.message.planning.reach.Reach;
import org.bookbell.message.planning.row.PlannedMessage;
import org.bookbell.message.planning.row.SkipReason;
import org.bookbell.message.planning.rule.AppliedRule;
import org.bookbell.message.timing.LateBookingRule;
import org.bookbell.message.timing.Lead;
import org.bookbell.message.timing.UsefulUntil;
import org.bookbell.message.timing.Window;
import org.jspecify.annotations.Nullable;

/**
 * Turns rules into the reminders of one recipient: a row for each rule, also for one that is not to be sent, which then
 * has its reason. The recipient's own choices override the rules. Touches no database.
 */
public final class ReminderPlanner {

    private static final int LONGEST_LEAD = Lead.MAX_DAYS * 24;
    private static final int USUAL_LEAD = 24;

    private final ReminderPolicy policy;
    private final Instant now;

    /** @param now when the appointment was agreed, or its rules were changed */
    public ReminderPlanner(ReminderPolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /** The reminders of what begins at {@code start}; {@code rules} may be those of other audiences too. */
    public List<PlannedMessage> plan(Instant start, Reach reach, List<AppliedRule> rules) {
        var planned = new ArrayList<PlannedMessage>();
        for (var channel : Channel.values()) {
            planned.addAll(plan(start, reach, channel, rulesOf(reach, channel, rules)));
        }
        return planned;
    }

    private static List<AppliedRule> rulesOf(Reach reach, Channel channel, List<AppliedRule> rules) {
        var audience = reach.recipient().kind();
        var own = rules.stream()
                .filter(rule -> rule.audience() == audience && rule.channel() == channel)
                .toList();
        if (own.isEmpty() && reach.contact().asksFor(MessageKind.REMINDER, channel)) {
            return List.of(new AppliedRule(AppliedRule.OWN_CHOICE, audience, channel, Lead.hoursBefore(USUAL_LEAD)));
        }
        var another = channel == Channel.EMAIL ? Channel.SMS : Channel.EMAIL;
        return own.isEmpty() && reach.takes(MessageKind.REMINDER, channel, another)
                ? rulesOf(reach, another, rules)
                : own;
    }

    private List<PlannedMessage> plan(Instant start, Reach reach, Channel channel, List<AppliedRule> rules) {
        var longestFirst = rules.stream()
                .sorted(Comparator.comparing(rule -> dueAt(rule, start, reach)))
                .toList();
        var ownLead = reach.contact().findChoice(MessageKind.REMINDER, channel).map(Contact.Choice::hoursBefore);
        if (ownLead.isEmpty() || longestFirst.isEmpty()) {
            return new Sequence(start, reach, channel).plan(longestFirst);
        }
        var sequence = new Sequence(start, reach, channel);
        var lead = Lead.hoursBefore(Math.max(1, Math.min(ownLead.get(), LONGEST_LEAD)));
        var planned = new ArrayList<>(sequence.plan(List.of(longestFirst.get(0).withLead(lead))));
        longestFirst.stream().skip(1).map(rule -> sequence.replaced(rule)).forEach(planned::add);
        return planned;
    }

    private Instant dueAt(AppliedRule rule, Instant start, Reach reach) {
        return rule.lead().dueAt(start, reach.recipient().zone());
    }

    /** The reminders of one recipient over one channel, which end one another. */
    private final class Sequence {

        private final Instant start;
        private final Reach reach;
        private final Channel channel;

        Sequence(Instant start, Reach reach, Channel channel) {
            this.start = start;
            this.reach = reach;
            this.channel = channel;
        }

        List<PlannedMessage> plan(List<AppliedRule> longestFirst) {
            var planned = new ArrayList<PlannedMessage>();
            for (var i = 0; i < longestFirst.size(); i++) {
                var shorter = longestFirst.subList(i + 1, longestFirst.size());
                planned.add(plan(
                        longestFirst.get(i), shorter.stream().map(this::sentAt).toList()));
            }
            return planned;
        }

        PlannedMessage replaced(AppliedRule rule) {
            return planned(rule, window(rule, Optional.empty()), false, SkipReason.OWN_LEAD);
        }

        private PlannedMessage plan(AppliedRule rule, List<Instant> shorter) {
            var window = window(rule, shorter.stream().findFirst());
            var obstacle = obstacle(window);
            if (obstacle.isPresent()) {
                return planned(rule, window, false, obstacle.get());
            }
            var verdict = LateBookingRule.judge(
                    policy.lateBooking(),
                    window,
                    now,
                    policy.quietHours().isQuiet(now, reach.recipient().zone()),
                    shorter.stream().anyMatch(next -> !next.isBefore(now)));
            return judged(rule, window, verdict);
        }

        private PlannedMessage judged(AppliedRule rule, Window window, LateBookingRule.Verdict verdict) {
            return switch (verdict) {
                case IN_TIME -> planned(rule, window, false, null);
                case SEND_NOW -> planned(rule, window.dueAt(now), true, null);
                case SHORTER_FOLLOWS -> planned(rule, window, true, SkipReason.LATE_SHORTER_FOLLOWS);
                case CONFIRMATION_COUNTS -> planned(rule, window, true, SkipReason.LATE_CONFIRMATION_COUNTS);
                case QUIET_NOW -> planned(rule, window, true, SkipReason.LATE_QUIET_HOURS);
                case NO_LONGER_USEFUL -> planned(rule, window, true, SkipReason.LATE_NO_USE);
            };
        }

        private Optional<SkipReason> obstacle(Window window) {
            if (!now.isBefore(start)) {
                return Optional.of(SkipReason.PAST);
            }
            return reach.findObstacle(MessageKind.REMINDER, channel)
                    .or(() -> window.isEmpty() ? Optional.of(SkipReason.COVERED) : Optional.empty());
        }

        private Window window(AppliedRule rule, Optional<Instant> nextShorter) {
            var lead = Duration.between(dueAt(rule, start, reach), start);
            return new Window(sentAt(rule), UsefulUntil.of(start, lead, nextShorter));
        }

        private Instant sentAt(AppliedRule rule) {
            return policy.quietHours()
                    .moveEarlier(dueAt(rule, start, reach), reach.recipient().zone());
        }

        private PlannedMessage planned(AppliedRule rule, Window window, boolean isLate, @Nullable SkipReason skipped) {
            return new PlannedMessage(
                    rule.id(), MessageKind.REMINDER, channel, reach.recipient(), window, isLate, skipped);
        }
    }
}
