package org.bookbell.export.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * The last time that a subscriber asked, to {@value #STEP_MINUTES} minutes.
 *
 * @param by the name of the program, as {@link Subscriber} knows it
 */
public record Fetch(Instant at, String by) {

    static final int STEP_MINUTES = 5;

    /** When the program will probably ask next. */
    public Instant nextExpectedAt() {
        return at.plus(Subscriber.paceOf(by));
    }

    /** Whether an earlier one is so long ago that another is worth a row's change. */
    boolean isToNote(Instant now) {
        return !now.isBefore(at.plus(Duration.ofMinutes(STEP_MINUTES)));
    }
}
