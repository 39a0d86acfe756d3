package org.bookbell.export.busy.fetch;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment by which something must be done. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** This one, or {@code time} from now if that is sooner. */
    Deadline butIn(Duration time) {
        var other = in(time);
        return other.nanos - nanos < 0 ? other : this;
    }

    /** Milliseconds that are left, at least 1. */
    int millisLeft() throws SocketTimeoutException {
        var left = nanos - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the time is over");
        }
        return (int) Math.max(1, left / 1_000_000);
    }
}
