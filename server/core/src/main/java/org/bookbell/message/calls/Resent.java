package org.bookbell.message.calls;

import java.util.Optional;

/**
 * What became of the wish to send the message of one call again.
 *
 * @param messageId the row that goes out, if one does
 */
public record Resent(long callId, ResendOutcome outcome, Optional<Long> messageId) {

    static Resent refused(long callId, ResendOutcome outcome) {
        return new Resent(callId, outcome, Optional.empty());
    }
}
