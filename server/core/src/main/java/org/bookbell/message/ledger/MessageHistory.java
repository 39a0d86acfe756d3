package org.bookbell.message.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.message.MessageState;

/** A message with all that happened to it, the earliest first. */
public record MessageHistory(LedgerEntry entry, List<Event> events, List<Attempt> attempts, List<Receipt> receipts) {

    public MessageHistory {
        events = List.copyOf(events);
        attempts = List.copyOf(attempts);
        receipts = List.copyOf(receipts);
    }

    /** It came into a state. */
    public record Event(MessageState state, Instant happenedAt, Optional<Long> attemptId, Optional<String> detail) {}

    /**
     * It was submitted to a gateway.
     *
     * @param answeredAt when the gateway answered; empty while nobody knows
     */
    public record Attempt(
            long id,
            int number,
            String gateway,
            String state,
            Instant submittedAt,
            Optional<Instant> answeredAt,
            Optional<String> providerMessageId,
            Optional<Long> segments,
            Optional<String> code,
            Optional<String> detail) {}

    /** A gateway told what became of an attempt. */
    public record Receipt(
            long attemptId,
            String gateway,
            String state,
            Optional<Instant> occurredAt,
            Instant receivedAt,
            Optional<String> code,
            Optional<String> network) {}
}
