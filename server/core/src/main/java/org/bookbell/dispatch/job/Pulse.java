package org.bookbell.dispatch.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether this process's job does anything. The batch repository is in the database, and a job that ended while that was
 * gone could not be written down as ended: by its word it would run for ever, and no other would be started.
 */
@ApplicationScoped
public class Pulse {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private volatile long last;

    Pulse() {
        this(System::nanoTime);
    }

    Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    void beat() {
        last = nanos.getAsLong();
    }

    /** Whether it was silent for longer than a working job ever is. */
    boolean isGone() {
        return nanos.getAsLong() - last > LONGEST_SILENCE.toNanos();
    }
}
