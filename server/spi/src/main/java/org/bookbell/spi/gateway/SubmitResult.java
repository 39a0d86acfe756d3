package org.bookbell.spi.gateway;

import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason.Retry;

/** What became of one submission. */
public sealed interface SubmitResult {

    /**
     * The provider took the message over.
     *
     * @param providerMessageId the id that receipts will name, at most 120 characters; empty where the provider gives
     *     none and receipts name the {@code attemptId}
     * @param segments how many parts the provider counts, at least 1; empty where it does not say
     */
    record Accepted(Optional<String> providerMessageId, Optional<Integer> segments) implements SubmitResult {}

    /**
     * The provider certainly did not take the message.
     *
     * @param reason why, as a class of outcomes that the server acts on
     * @param code the provider's own code, at most 60 characters; may be empty
     * @param detail the provider's words without personal data, at most 300 characters; may be empty
     */
    record Refused(RefusalReason reason, String code, String detail) implements SubmitResult {

        /** Whether another gateway or a later moment may succeed. */
        public boolean isTransient() {
            return reason.retry() != Retry.NEVER;
        }
    }

    /**
     * Nobody knows: the request may have reached the provider, but no answer came.
     *
     * @param detail what happened, without personal data, at most 300 characters
     */
    record Unclear(String detail) implements SubmitResult {}

    static SubmitResult accepted(String providerMessageId) {
        return new Accepted(Optional.of(providerMessageId), Optional.empty());
    }

    static SubmitResult accepted(String providerMessageId, int segments) {
        return new Accepted(Optional.of(providerMessageId), Optional.of(segments));
    }

    static SubmitResult refused(RefusalReason reason, String code, String detail) {
        return new Refused(reason, code, detail);
    }

    static SubmitResult unclear(String detail) {
        return new Unclear(detail);
    }
}
