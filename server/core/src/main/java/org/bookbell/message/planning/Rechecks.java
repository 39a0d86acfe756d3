package org.bookbell.message.planning;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;
import org.bookbell.message.ledger.LedgerEntry;
import org.bookbell.message.planning.owed.Obligations;
import org.bookbell.message.planning.owed.ReminderPolicy;
import org.bookbell.message.planning.reach.Contacts;
import org.bookbell.message.planning.reach.Reach;
import org.bookbell.message.planning.row.SkipReason;
import org.bookbell.message.planning.rule.RuleBook;
import org.bookbell.message.timing.Lead;

/** Looks at planned messages again, with the rules, addresses, consents and wishes of this moment. */
@Dependent
public class Rechecks {

    private final Obligations obligations;
    private final Contacts contacts;

    @Inject
    Rechecks(Obligations obligations, Contacts contacts) {
        this.obligations = obligations;
        this.contacts = contacts;
    }

    /**
     * What was found about a message.
     *
     * @param obstacle what would keep it from being sent today
     * @param movedFrom when it would be due if that were not in quiet hours
     */
    public record Recheck(Optional<SkipReason> obstacle, Optional<Instant> movedFrom) {}

    /** What is found about messages of one organization, by their ids. */
    public Map<Long, Recheck> of(long organizationId, List<LedgerEntry> planned) {
        var recipients = planned.stream().collect(Collectors.toMap(LedgerEntry::id, Rechecks::recipient));
        var reach = contacts.of(
                organizationId, recipients.values().stream().distinct().toList());
        var policy = obligations.policyOf(organizationId);
        var rules = obligations.rulesOf(organizationId).entries().stream()
                .collect(Collectors.toMap(RuleBook.Entry::id, Function.identity()));
        var found = new HashMap<Long, Recheck>();
        for (var message : planned) {
            var known = Optional.ofNullable(recipients.get(message.id()))
                    .flatMap(each -> Optional.ofNullable(reach.get(each)));
            var leads = Stream.concat(
                    Optional.ofNullable(rules.get(message.ruleId()))
                            .map(each -> each.rule().lead())
                            .stream(),
                    known.stream().flatMap(each -> ownLead(each, message.channel())));
            found.put(
                    message.id(),
                    new Recheck(
                            known.flatMap(each -> each.findObstacle(message.kind(), message.channel())),
                            movedFrom(message, leads, policy)));
        }
        return found;
    }

    private static Stream<Lead> ownLead(Reach reach, Channel channel) {
        return reach.contact().findChoice(MessageKind.REMINDER, channel).stream()
                .flatMap(choice -> Optional.ofNullable(choice.hoursBefore()).stream())
                .map(Lead::hoursBefore);
    }

    private static Optional<Instant> movedFrom(LedgerEntry message, Stream<Lead> leads, ReminderPolicy policy) {
        if (message.kind() != MessageKind.REMINDER || message.appointmentStart().isEmpty()) {
            return Optional.empty();
        }
        var zone = message.facts().to().zone();
        var start = message.appointmentStart().get();
        return leads.map(lead -> lead.dueAt(start, zone))
                .filter(due -> wasMoved(due, message, policy, zone))
                .findFirst();
    }

    private static boolean wasMoved(Instant due, LedgerEntry message, ReminderPolicy policy, ZoneId zone) {
        return policy.quietHours().isQuiet(due, zone)
                && policy.quietHours()
                        .moveEarlier(due, zone)
                        .equals(message.window().dueAt());
    }

    /** Whom a row tells, by the one address that it has. */
    private static Recipient recipient(LedgerEntry message) {
        var to = message.to();
        var told = message.facts().to();
        var address = to.address().orElse(null);
        return new Recipient(
                to.kind(),
                to.id(),
                told.name(),
                told.locale(),
                told.zone(),
                message.channel() == Channel.EMAIL ? address : null,
                message.channel() == Channel.SMS ? address : null);
    }
}
