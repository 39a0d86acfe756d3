package org.bookbell.message.planning.row;

import org.bookbell.client.Channel;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.Recipient;
import org.bookbell.message.timing.Window;
import org.jspecify.annotations.Nullable;

/**
 * A message that an appointment owes to one recipient over one channel.
 *
 * @param ruleId the reminder rule, 0 where none asks for it
 * @param isLate whether it was due before the appointment was agreed
 * @param skipped why it is not to be sent; null if it is
 */
public record PlannedMessage(
        long ruleId,
        MessageKind kind,
        Channel channel,
        Recipient recipient,
        Window window,
        boolean isLate,
        @Nullable SkipReason skipped) {

    public boolean isSkipped() {
        return skipped != null;
    }

    /** The same, not to be sent for this reason. */
    public PlannedMessage skippedFor(SkipReason reason) {
        return new PlannedMessage(ruleId, kind, channel, recipient, window, isLate, reason);
    }

    MessageState state() {
        return isSkipped() ? MessageState.SKIPPED : MessageState.PLANNED;
    }

    MessageKey key() {
        return new MessageKey(ruleId, kind, channel, recipient.kind(), recipient.id());
    }
}
