package org.bookbell.booking.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param what counts, in words that hold no personal data; with {@code who} it is the subject
 * @param most how often within {@code window}; 0 for no limit
 * @param refusal what whoever exceeds it is told
 */
record Ceiling(String what, String who, long most, Duration window, String refusal) {

    /** Under which it is counted: nobody's number is kept. */
    byte[] subject() {
        try {
            return MessageDigest.getInstance("SHA-256").digest((what + "\n" + who).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java runtime lacks SHA-256", missing);
        }
    }

    /** Shows what is counted: who is personal. */
    @Override
    public String toString() {
        return "Ceiling[" + what + "]";
    }
}
