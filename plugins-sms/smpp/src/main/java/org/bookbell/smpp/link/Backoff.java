package org.bookbell.smpp.link;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: twice as long after each failure, up to a limit, and by chance up to half of that
 * less, so that those who were cut off together do not come back together. Used by one thread.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Duration longest;
    private Duration next;

    Backoff(Duration longest) {
        this.longest = longest;
        this.next = shorter(FIRST, longest);
    }

    Duration next() {
        var pause = next;
        next = shorter(next.multipliedBy(2), longest);
        return pause.minusNanos(ThreadLocalRandom.current().nextLong(pause.toNanos() / 2 + 1));
    }

    /** After something worked. */
    void reset() {
        next = shorter(FIRST, longest);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
