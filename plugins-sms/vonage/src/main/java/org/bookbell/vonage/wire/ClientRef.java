package org.bookbell.vonage.wire;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What comes back with each receipt ({@code client-ref}, up to 40 characters): the attempt, and for a text of several parts
 * how many they are, since a receipt is about one part and does not say so.
 */
public record ClientRef(String attemptId, int parts) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9A-Z]{13})(?:-([1-9][0-9]?))?");

    /** Empty for what this plugin did not write. */
    public static Optional<ClientRef> read(String text) {
        var written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new ClientRef(
                        written.group(1), written.group(2) == null ? 1 : Integer.parseInt(written.group(2))))
                : Optional.empty();
    }

    public boolean isOfOnePart() {
        return parts == 1;
    }

    /** As it is sent. */
    @Override
    public String toString() {
        return parts > 1 ? attemptId + "-" + parts : attemptId;
    }
}
