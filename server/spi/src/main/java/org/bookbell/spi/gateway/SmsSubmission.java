package org.bookbell.spi.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * One SMS to submit.
 *
 * @param attemptId the server's id of this attempt, 13 characters of {@code 0-9A-Z}; a later attempt of the same message
 *     has another
 * @param to the recipient in E.164, with its plus sign
 * @param from the sender to show: a number in E.164 or 1 to 11 letters and digits; empty for the account's own
 * @param text 1 to 1,600 characters of Java ({@code String.length()}), any of them; lines end with {@code \n}
 * @param validity how long from now the message is worth delivering; at least 1 s
 */
public record SmsSubmission(String attemptId, String to, Optional<String> from, String text, Duration validity) {

    /** Shows the attempt only: the rest is personal. */
    @Override
    public String toString() {
        return "SmsSubmission[" + attemptId + "]";
    }
}
