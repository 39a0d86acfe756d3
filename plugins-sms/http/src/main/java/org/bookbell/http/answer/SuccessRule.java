package org.bookbell.http.answer;

import java.util.Optional;
import java.util.Set;
import org.bookbell.http.rule.Document;
import org.bookbell.http.rule.Finder;

/**
 * When a message was taken.
 *
 * @param statuses with which it may have been
 * @param field what else must stand in the answer
 * @param values which of its values say so; empty for any
 */
public record SuccessRule(Statuses statuses, Optional<Finder> field, Set<String> values) {

    /** What an answer says. */
    enum Verdict {
        TAKEN,
        NOT_TAKEN,
        /** Some of several parts were. */
        PARTLY_TAKEN,
        /** It does not say what it should. */
        SAYS_NOTHING
    }

    public SuccessRule {
        values = Set.copyOf(values);
    }

    Verdict judge(int status, Document document) {
        if (!statuses.contain(status)) {
            return Verdict.NOT_TAKEN;
        }
        if (field.isEmpty()) {
            return Verdict.TAKEN;
        }
        var found = field.get().all(document);
        if (found.isEmpty()) {
            return Verdict.SAYS_NOTHING;
        }
        var right = found.stream()
                .filter(value -> values.isEmpty() || values.contains(value.strip()))
                .count();
        if (right == found.size()) {
            return Verdict.TAKEN;
        }
        return right == 0 ? Verdict.NOT_TAKEN : Verdict.PARTLY_TAKEN;
    }
}
