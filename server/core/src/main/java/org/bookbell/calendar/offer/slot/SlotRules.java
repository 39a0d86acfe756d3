package org.bookbell.calendar.offer.slot;

import java.time.Duration;

/**
 * What a service asks of a slot.
 *
 * @param duration how long the appointment lasts, less than a day
 * @param gapAfter how long the calendar must stay free after it; may lie outside the hours
 * @param step the distance of two starts on the grid
 */
public record SlotRules(Duration duration, Duration gapAfter, Duration step) {
    public SlotRules {
        if (duration.toSeconds() <= 0 || gapAfter.isNegative() || step.toSeconds() <= 0) {
            throw new IllegalArgumentException(
                    "duration and step must be at least a second and the gap not negative but" + " were " + duration
                            + ", " + step + " and " + gapAfter);
        }
        if (duration.plus(gapAfter).compareTo(Duration.ofHours(24)) > 0) {
            throw new IllegalArgumentException(
                    "duration and gap must fit in 24 hours but were " + duration + " and " + gapAfter);
        }
    }

    public static SlotRules ofMinutes(int duration, int gapAfter, int step) {
        return new SlotRules(Duration.ofMinutes(duration), Duration.ofMinutes(gapAfter), Duration.ofMinutes(step));
    }
}
