package org.bookbell.spi.gateway;

import java.time.Instant;
import java.util.Optional;

/**
 * What a gateway said of an accepted message later. At least one of {@code attemptId} and {@code providerMessageId} is
 * given. Texts that are longer than allowed are cut.
 *
 * @param attemptId the server's id of the attempt, where the provider echoes it
 * @param providerMessageId the id of the submission's answer, spelt the same, of 1 to 120 characters
 * @param state what became of the message
 * @param occurredAt when, by the provider's clock; empty where it does not say or gives no zone
 * @param code the provider's code for a message that is undelivered or late, at most 60 characters
 * @param network the recipient's network, where the provider names it, at most 60 characters
 * @param raw the receipt as it came, at most 2,000 characters, kept as evidence; no secret
 * @param reason why it does not arrive, where the plugin is sure of it; only with {@link State#UNDELIVERED} and {@link
 *     State#BUFFERED}. It says what may be tried: after {@link RefusalReason.Retry#NEVER} nothing, after {@link
 *     RefusalReason.Retry#LATER} the same gateway again, else each other gateway once, which is also what happens
 *     without a reason. {@link RefusalReason#INVALID_RECIPIENT} also marks the address, so that later messages go
 *     elsewhere. What is on its way for a reason is late: it counts as undelivered if nothing better is heard while a
 *     person can still act
 */
public record Receipt(
        Optional<String> attemptId,
        Optional<String> providerMessageId,
        State state,
        Optional<Instant> occurredAt,
        Optional<String> code,
        Optional<String> network,
        String raw,
        Optional<RefusalReason> reason) {

    /** What became of a message. */
    public enum State {
        /** On its way: the network has it. */
        BUFFERED,
        /** The recipient's device or mailbox has it. */
        DELIVERED,
        /** It will not arrive: rejected, expired or failed. */
        UNDELIVERED,
        /** The provider will never know. */
        UNKNOWN
    }

    public Receipt {
        if (attemptId.isEmpty() && providerMessageId.isEmpty()) {
            throw new IllegalArgumentException("receipt must name its attempt or the provider's message");
        }
        if (reason.isPresent() && state != State.UNDELIVERED && state != State.BUFFERED) {
            throw new IllegalArgumentException("receipt that says " + state + " must not have a reason");
        }
        code = code.map(text -> Texts.cut(text, 60));
        network = network.map(text -> Texts.cut(text, 60));
        raw = Texts.cut(raw, 2000);
    }

    /** Without a reason. */
    public Receipt(
            Optional<String> attemptId,
            Optional<String> providerMessageId,
            State state,
            Optional<Instant> occurredAt,
            Optional<String> code,
            Optional<String> network,
            String raw) {
        this(attemptId, providerMessageId, state, occurredAt, code, network, raw, Optional.empty());
    }

    public static Receipt delivered(String providerMessageId, Instant occurredAt) {
        return new Receipt(
                Optional.empty(),
                Optional.of(providerMessageId),
                State.DELIVERED,
                Optional.of(occurredAt),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    public static Receipt undelivered(String providerMessageId, Instant occurredAt, String code) {
        return new Receipt(
                Optional.empty(),
                Optional.of(providerMessageId),
                State.UNDELIVERED,
                Optional.of(occurredAt),
                Optional.of(code),
                Optional.empty(),
                "");
    }

    /** Shows ids and state only. */
    @Override
    public String toString() {
        return "Receipt[" + attemptId.orElse("-") + ", " + providerMessageId.orElse("-") + ", " + state + "]";
    }
}
