package org.bookbell.message.planning;

import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;

/** What makes a message the only one of its appointment's occurrence. */
record MessageKey(long ruleId, MessageKind kind, Channel channel, Audience recipientKind, long recipientId) {

    boolean hasSameRecipient(MessageKey other) {
        return recipientKind == other.recipientKind && recipientId == other.recipientId;
    }

    boolean isSameButForChannel(MessageKey other) {
        return ruleId == other.ruleId && kind == other.kind && hasSameRecipient(other);
    }
}
