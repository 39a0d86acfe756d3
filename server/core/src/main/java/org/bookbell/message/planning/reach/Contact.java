package org.bookbell.message.planning.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient allows and wants.
 *
 * @param hasSmsConsent whether text messages were agreed to; staff need not
 * @param optedOut channels whose address wants nothing
 * @param failing channels over which messages are known not to arrive at the address
 */
public record Contact(boolean hasSmsConsent, Set<Channel> optedOut, Set<Channel> failing, List<Choice> choices) {

    /**
     * An own choice that overrides the organization's rules.
     *
     * @param hoursBefore the own lead of reminders; null keeps the organization's
     */
    public record Choice(
            MessageKind kind,
            Channel channel,
            boolean isWanted,
            @Nullable Integer hoursBefore) {}

    public Contact {
        optedOut = Set.copyOf(optedOut);
        failing = Set.copyOf(failing);
        choices = List.copyOf(choices);
    }

    /** With addresses that no message has failed to reach. */
    public Contact(boolean hasSmsConsent, Set<Channel> optedOut, List<Choice> choices) {
        this(hasSmsConsent, optedOut, Set.of(), choices);
    }

    public Optional<Choice> findChoice(MessageKind kind, Channel channel) {
        return choices.stream()
                .filter(choice -> choice.kind() == kind && choice.channel() == channel)
                .findFirst();
    }

    boolean rejects(MessageKind kind, Channel channel) {
        return findChoice(kind, channel).filter(choice -> !choice.isWanted()).isPresent();
    }

    public boolean asksFor(MessageKind kind, Channel channel) {
        return findChoice(kind, channel).filter(Choice::isWanted).isPresent();
    }
}
