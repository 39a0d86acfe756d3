package org.bookbell.message.planning.rule;

import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.timing.Lead;

/** A reminder rule as it applies to one appointment; id {@link #OWN_CHOICE} is the recipient's own wish. */
public record AppliedRule(long id, Audience audience, Channel channel, Lead lead) {

    public static final long OWN_CHOICE = 0;

    public AppliedRule withLead(Lead own) {
        return new AppliedRule(id, audience, channel, own);
    }
}
