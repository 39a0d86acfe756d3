package org.bookbell.message.planning.rule;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Sql;

/** The reminder rules of the organizations, and which new ones they may take. */
@Dependent
public class RuleStore {

    private static final int MOST_RULES = 100;

    private final EntityManager entities;
    private final Sql sql;

    @Inject
    public RuleStore(EntityManager entities, Sql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    public ReminderRule get(long organizationId, long id) {
        return Optional.ofNullable(entities.find(ReminderRule.class, id))
                .filter(rule -> rule.organizationId() == organizationId)
                .orElseThrow(() -> ProblemException.notFound("reminder rule"));
    }

    public List<ReminderRule> list(long organizationId) {
        return entities.createQuery(
                        "SELECT r FROM ReminderRule r WHERE r.organizationId = :organization ORDER BY r.id",
                        ReminderRule.class)
                .setParameter("organization", organizationId)
                .getResultList();
    }

    public void check(long organizationId, RuleChange change) {
        var draft = change.draft().orElse(null);
        if (draft == null) {
            return;
        }
        var others = list(organizationId).stream()
                .filter(rule -> change.ruleId().filter(id -> id == rule.id()).isEmpty())
                .toList();
        var faults = new Faults();
        draft.check(faults);
        faults.check(
                draft.serviceId() == null || isService(organizationId, draft.serviceId()),
                "/serviceId",
                "There is no such service.");
        faults.check(
                others.stream().noneMatch(rule -> isSame(rule.draft(), draft)),
                "/amount",
                "There is a rule with this audience, channel and lead already; change that one.");
        faults.check(
                others.size() < MOST_RULES,
                "/amount",
                "There are " + MOST_RULES + " rules already, which is the most; remove one first.");
        faults.throwIfAny();
    }

    private boolean isService(long organizationId, long serviceId) {
        return sql.count("SELECT COUNT(*) FROM service WHERE id = ? AND organization_id = ?", serviceId, organizationId)
                > 0;
    }

    private static boolean isSame(RuleDraft one, RuleDraft other) {
        return Objects.equals(one.serviceId(), other.serviceId())
                && one.audience() == other.audience()
                && one.channel() == other.channel()
                && one.unit() == other.unit()
                && one.amount() == other.amount()
                && Objects.equals(one.time(), other.time());
    }
}
