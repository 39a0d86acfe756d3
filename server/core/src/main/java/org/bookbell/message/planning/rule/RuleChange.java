package org.bookbell.message.planning.rule;

import java.util.Optional;

/**
 * A change of an organization's rules that may be previewed before it is made.
 *
 * @param ruleId the rule to change or remove; empty to add one
 * @param draft what it shall be; empty to remove it
 */
public record RuleChange(Optional<Long> ruleId, Optional<RuleDraft> draft) {

    public static RuleChange adding(RuleDraft draft) {
        return new RuleChange(Optional.empty(), Optional.of(draft));
    }

    public static RuleChange changing(long ruleId, RuleDraft draft) {
        return new RuleChange(Optional.of(ruleId), Optional.of(draft));
    }

    public static RuleChange removing(long ruleId) {
        return new RuleChange(Optional.of(ruleId), Optional.empty());
    }

    /** The rules as they would be. */
    public RuleBook apply(RuleBook rules, long idOfNew) {
        var id = ruleId.orElse(idOfNew);
        return draft.map(rule -> rules.with(new RuleBook.Entry(id, rule))).orElseGet(() -> rules.without(id));
    }
}
