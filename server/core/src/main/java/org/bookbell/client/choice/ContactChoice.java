package org.bookbell.client.choice;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.bookbell.client.Channel;

/**
 * What a client or a staff member chose for one kind of message over one channel; it overrides the organization's rule.
 *
 * @param messageKind the name of a kind of message, such as {@code REMINDER}
 * @param wanted whether such messages shall come at all
 * @param hoursBefore how long before the appointment; empty for the organization's lead
 */
public record ContactChoice(String messageKind, Channel channel, boolean wanted, OptionalInt hoursBefore) {

    /** The longest lead that may be chosen: 30 days. */
    public static final int MOST_HOURS = 720;

    private static final Pattern KIND = Pattern.compile("[A-Z]{1,16}");

    public ContactChoice {
        if (!KIND.matcher(messageKind).matches()) {
            throw new IllegalArgumentException("kind of message must be 1 to 16 capital letters");
        }
        if (hoursBefore.isPresent() && (hoursBefore.getAsInt() < 1 || hoursBefore.getAsInt() > MOST_HOURS)) {
            throw new IllegalArgumentException("hours must be 1 to 720 but were " + hoursBefore.getAsInt());
        }
    }
}
