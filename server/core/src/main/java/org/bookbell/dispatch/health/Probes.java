package org.bookbell.dispatch.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which messages still go over a gateway that fails, to see whether it works again: every twentieth of those that could,
 * and one a minute where there are fewer. What a probe does not bring is sent again by the next gateway.
 */
@ApplicationScoped
public class Probes {

    private static final int EVERY = 20;
    private static final long LONGEST_PAUSE = Duration.ofMinutes(1).toNanos();

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    private record Count(int passed, long since) {

        Count next(long now) {
            return isDue(now) ? new Count(0, now) : new Count(passed + 1, since);
        }

        boolean isDue(long now) {
            return passed + 1 >= EVERY || now - since >= LONGEST_PAUSE;
        }
    }

    /** Whether the message that asks is the next probe of {@code gateway}. */
    public boolean isNext(String gateway) {
        long now = System.nanoTime();
        var count = counts.compute(gateway, (name, known) -> known == null ? new Count(1, now) : known.next(now));
        return count.passed() == 0;
    }
}
