package org.bookbell.spi.gateway;

import java.time.Duration;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason.Retry;

/**
 * What became of one submission. Texts that are longer than allowed are cut, so that a provider's words may be passed on
 * as they are, once personal data is taken out.
 */
public sealed interface SubmitResult {

    /**
     * The provider took the message over.
     *
     * @param providerMessageId the id that receipts will name, at most 120 characters; empty where the provider gives
     *     none and receipts name the {@code attemptId}
     * @param segments how many parts the provider counts, at least 1; empty where it does not say
     */
    record Accepted(Optional<String> providerMessageId, Optional<Integer> segments) implements SubmitResult {

        public Accepted {
            if (providerMessageId
                    .filter(id -> id.isBlank() || id.length() > 120)
                    .isPresent()) {
                throw new IllegalArgumentException("id of the provider must have 1 to 120 characters");
            }
            if (segments.filter(count -> count < 1).isPresent()) {
                throw new IllegalArgumentException("segments must be at least 1 but were " + segments.get());
            }
        }
    }

    /**
     * The provider certainly did not take the message.
     *
     * @param reason why, as a class of outcomes that the server acts on
     * @param code the provider's own code, at most 60 characters; may be empty
     * @param detail the provider's words without personal data, at most 300 characters; may be empty
     * @param retryAfter how long the provider asks not to be called at all, such as HTTP's Retry-After (RFC 9110, 10.2.3);
     *     until then the server sends nothing over the account, at most 15 minutes; empty where it does not say
     */
    record Refused(RefusalReason reason, String code, String detail, Optional<Duration> retryAfter)
            implements SubmitResult {

        public Refused {
            code = Texts.cut(code, 60);
            detail = Texts.cut(detail, 300);
            if (retryAfter.filter(Duration::isNegative).isPresent()) {
                throw new IllegalArgumentException("retryAfter must not be negative but was " + retryAfter.get());
            }
        }

        public Refused(RefusalReason reason, String code, String detail) {
            this(reason, code, detail, Optional.empty());
        }

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
    record Unclear(String detail) implements SubmitResult {

        public Unclear {
            detail = Texts.cut(detail, 300);
        }
    }

    static SubmitResult accepted(String providerMessageId) {
        return new Accepted(Optional.of(providerMessageId), Optional.empty());
    }

    static SubmitResult accepted(String providerMessageId, int segments) {
        return new Accepted(Optional.of(providerMessageId), Optional.of(segments));
    }

    static SubmitResult refused(RefusalReason reason, String code, String detail) {
        return new Refused(reason, code, detail);
    }

    /** Too many messages at once; the provider asks not to be called for {@code retryAfter}. */
    static SubmitResult throttled(Duration retryAfter, String code, String detail) {
        return new Refused(RefusalReason.THROTTLED, code, detail, Optional.of(retryAfter));
    }

    static SubmitResult unclear(String detail) {
        return new Unclear(detail);
    }
}
