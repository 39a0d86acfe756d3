package org.bookbell.message.ledger;

import java.util.Optional;
import java.util.Set;
import org.bookbell.client.Channel;
import org.bookbell.message.MessageState;

/**
 * Which messages are asked for; what is empty does not narrow.
 *
 * @param clientId the client who is told
 */
public record LedgerFilter(
        Set<MessageState> states, Optional<Long> appointmentId, Optional<Long> clientId, Optional<Channel> channel) {

    /** All there are. */
    public static final LedgerFilter ALL =
            new LedgerFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public LedgerFilter {
        states = Set.copyOf(states);
    }

    public LedgerFilter in(MessageState... wanted) {
        return new LedgerFilter(Set.of(wanted), appointmentId, clientId, channel);
    }

    public LedgerFilter ofClient(long id) {
        return new LedgerFilter(states, appointmentId, Optional.of(id), channel);
    }

    public LedgerFilter over(Channel wanted) {
        return new LedgerFilter(states, appointmentId, clientId, Optional.of(wanted));
    }
}
