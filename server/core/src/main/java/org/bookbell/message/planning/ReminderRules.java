package org.bookbell.message.planning;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.planning.rule.ReminderRule;
import org.bookbell.message.planning.rule.RuleBook;
import org.bookbell.message.planning.rule.RuleChange;
import org.bookbell.message.planning.rule.RuleDraft;
import org.bookbell.message.planning.rule.RuleStore;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Ids;
import org.bookbell.storage.transaction.UseCase;

/** The reminders that an organization wants; a change plans its future appointments again in the same transaction. */
@UseCase
public class ReminderRules {

    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final List<RuleDraft> DEFAULTS = List.of(
            RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.SMS),
            RuleDraft.hoursBefore(24, Audience.CLIENT, Channel.EMAIL),
            RuleDraft.daysBefore(1, EVENING, Audience.STAFF, Channel.EMAIL));

    private final EntityManager entities;
    private final RuleStore store;
    private final Replanning replanning;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    @Inject
    ReminderRules(EntityManager entities, RuleStore store, Replanning replanning, Ids ids, Clock clock, Audit audit) {
        this.entities = entities;
        this.store = store;
        this.replanning = replanning;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** All of an organization and its services, the oldest first. */
    public List<ReminderRule> list(long organizationId) {
        return store.list(organizationId);
    }

    public ReminderRule get(long organizationId, long id) {
        return store.get(organizationId, id);
    }

    /** What a change would do to the reminders of future appointments; nothing is written. */
    public RulePreview preview(long organizationId, RuleChange change) {
        change.ruleId().ifPresent(id -> store.get(organizationId, id));
        store.check(organizationId, change);
        var changed = change.apply(RuleBook.of(store.list(organizationId)), Long.MAX_VALUE);
        return replanning.preview(organizationId, changed, now());
    }

    public ReminderRule add(Actor actor, long organizationId, RuleDraft draft) {
        store.check(organizationId, RuleChange.adding(draft));
        var rule = new ReminderRule(ids.next(), organizationId, draft);
        entities.persist(rule);
        return changed(actor, rule, "reminderRule.added");
    }

    /**
     * Changes a rule.
     *
     * @param version the version that the caller saw; empty if any will do
     */
    public ReminderRule change(Actor actor, long organizationId, long id, RuleDraft draft, Optional<Long> version) {
        var rule = store.get(organizationId, id);
        store.check(organizationId, RuleChange.changing(id, draft));
        if (version.filter(seen -> seen != rule.version()).isPresent()) {
            throw new ProblemException(
                    ProblemType.STALE_VERSION, "The rule was changed meanwhile; read it again, then change it.");
        }
        rule.adopt(draft);
        return changed(actor, rule, "reminderRule.changed");
    }

    public void remove(Actor actor, long organizationId, long id) {
        var rule = store.get(organizationId, id);
        entities.remove(rule);
        changed(actor, rule, "reminderRule.removed");
    }

    /**
     * Gives an organization that has no rules those that suit most: clients hear 24 hours before by text message and
     * e-mail, staff by e-mail on the evening before.
     */
    public void addDefaults(Actor actor, long organizationId) {
        if (!store.list(organizationId).isEmpty()) {
            return;
        }
        DEFAULTS.forEach(draft -> add(actor, organizationId, draft));
    }

    private ReminderRule changed(Actor actor, ReminderRule rule, String action) {
        var organizationId = rule.organizationId();
        audit.record(actor, organizationId, action, "reminderRule", rule.id(), rule.audience() + " " + rule.channel());
        replanning.replan(organizationId, RuleBook.of(store.list(organizationId)), now());
        return rule;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
