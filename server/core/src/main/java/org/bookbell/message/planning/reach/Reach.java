package org.bookbell.message.planning.reach;

import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageKind;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.row.SkipReason;

/** A recipient and what they allow: whether a channel may carry a kind of message to them. */
public record Reach(Recipient recipient, Contact contact) {

    /** What stands in the way; empty if nothing does. */
    public Optional<SkipReason> findObstacle(MessageKind kind, Channel channel) {
        if (contact.rejects(kind, channel)) {
            return Optional.of(SkipReason.NOT_WANTED);
        }
        if (recipient.address(channel).isEmpty()) {
            return Optional.of(SkipReason.NO_ADDRESS);
        }
        if (contact.optedOut().contains(channel)) {
            return Optional.of(SkipReason.OPTED_OUT);
        }
        if (channel == Channel.SMS && !contact.hasSmsConsent()) {
            return Optional.of(SkipReason.NO_CONSENT);
        }
        return contact.failing().contains(channel) ? Optional.of(SkipReason.failing(channel)) : Optional.empty();
    }

    /** Whether {@code channel} takes the place of another over which messages would not arrive. */
    public boolean takes(MessageKind kind, Channel channel, Channel another) {
        return contact.failing().contains(another)
                && findObstacle(kind, channel).isEmpty();
    }
}
