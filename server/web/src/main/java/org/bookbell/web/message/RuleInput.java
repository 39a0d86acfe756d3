package org.bookbell.web.message;

import static org.bookbell.web.input.Kind.choice;
import static org.bookbell.web.input.Kind.number;

import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.planning.rule.LeadUnit;
import org.bookbell.message.planning.rule.RuleChange;
import org.bookbell.message.planning.rule.RuleDraft;
import org.bookbell.web.input.Input;
import org.bookbell.web.input.Kind;

/** Reads a reminder rule, from JSON or a form. */
public final class RuleInput {

    private static final int MOST_HOURS = 90 * 24;

    private RuleInput() {}

    /** Reads a change that is to be previewed: of {@code rule}, of it by {@code remove}, or without one an addition. */
    static RuleChange readChange(Input in) {
        if (in.get("remove", Kind.FLAG, false)) {
            return RuleChange.removing(in.get("rule", Kind.ID));
        }
        return new RuleChange(in.find("rule", Kind.ID), Optional.of(read(in)));
    }

    public static RuleDraft read(Input in) {
        return new RuleDraft(
                in.find("service", Kind.ID).orElse(null),
                in.get("audience", choice(Audience.class)),
                in.get("channel", choice(Channel.class)),
                in.get("unit", choice(LeadUnit.class)),
                in.get("amount", number(1, MOST_HOURS)),
                in.find("time", Kind.TIME).orElse(null),
                in.get("active", Kind.FLAG, true));
    }
}
