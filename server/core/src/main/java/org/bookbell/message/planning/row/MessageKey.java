package org.bookbell.message.planning.row;

import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;

/** What makes a message the only one of its appointment's occurrence. */
public record MessageKey(long ruleId, MessageKind kind, Channel channel, Audience recipientKind, long recipientId) {

    /** Whether it is a copy of another message that somebody wanted to go out as well, which no rule asks for. */
    boolean isCopy() {
        return ruleId < 0;
    }

    boolean isCopyOf(long messageId) {
        return ruleId == -messageId;
    }

    boolean hasSameRecipient(MessageKey other) {
        return recipientKind == other.recipientKind && recipientId == other.recipientId;
    }

    boolean isSameButForChannel(MessageKey other) {
        return ruleId == other.ruleId && kind == other.kind && hasSameRecipient(other);
    }
}
