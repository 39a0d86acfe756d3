package org.bookbell.dispatch.lost;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.dispatch.lost.Lost.Next;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.RefusalReason.Retry;

/** Decides what follows when a message did not arrive. */
public final class LostRule {

    /** A mailbox that is full now is full in a minute; and each of these tries brings another bounce. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(15);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private LostRule() {}

    public static Next next(Lost lost, Instant now) {
        var retry = lost.reason().map(RefusalReason::retry).orElse(Retry.OTHER_GATEWAY);
        if (!lost.mayGoAgain() || retry == Retry.NEVER || !now.isBefore(lost.usefulUntil())) {
            return Next.CALL;
        }
        if (lost.hasUntried()) {
            return new Next(Optional.of(now));
        }
        var later = now.plus(pause(lost.attempts()));
        return retry == Retry.LATER && later.isBefore(lost.latestToCall()) ? new Next(Optional.of(later)) : Next.CALL;
    }

    private static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
