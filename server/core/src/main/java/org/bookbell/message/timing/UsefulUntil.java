package org.bookbell.message.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a reminder is no longer worth sending: two hours before the start, or for leads under four hours at half the
 * lead, but at the latest when the next shorter reminder is due. So none comes in the appointment's hour, and none
 * twice at once.
 */
public final class UsefulUntil {

    private static final Duration LAST_CALL = Duration.ofHours(2);

    private UsefulUntil() {}

    /**
     * The end, excluded.
     *
     * @param lead the time between the reminder by its rule, quiet hours aside, and the start
     * @param nextShorterDueAt when the next shorter reminder of the same recipient and channel is due
     */
    public static Instant of(Instant start, Duration lead, Optional<Instant> nextShorterDueAt) {
        var half = lead.dividedBy(2);
        var byStart = start.minus(half.compareTo(LAST_CALL) < 0 ? half : LAST_CALL);
        return nextShorterDueAt.filter(next -> next.isBefore(byStart)).orElse(byStart);
    }
}
