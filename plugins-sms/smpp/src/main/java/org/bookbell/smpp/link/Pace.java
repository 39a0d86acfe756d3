package org.bookbell.smpp.link;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Lets no more than so many requests a second pass, evenly spread, whichever threads they come from. */
public final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long spacingNanos;
    private long nextNanos = System.nanoTime();

    /** @param perSecond 0 for no limit */
    public Pace(int perSecond) {
        this.spacingNanos = perSecond == 0 ? 0 : SECOND / perSecond;
    }

    /** Waits for the turn; false, and no turn is taken, where it would take longer than {@code limit}. */
    public boolean await(Duration limit) throws InterruptedException {
        if (spacingNanos == 0) {
            return true;
        }
        var wait = take(limit);
        if (wait.isPresent()) {
            TimeUnit.NANOSECONDS.sleep(wait.get());
        }
        return wait.isPresent();
    }

    private synchronized Optional<Long> take(Duration limit) {
        var now = System.nanoTime();
        var turn = nextNanos - now < 0 ? now : nextNanos;
        if (turn - now > limit.toNanos()) {
            return Optional.empty();
        }
        nextNanos = turn + spacingNanos;
        return Optional.of(turn - now);
    }
}
