package org.bookbell.dispatch.job.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Whether this process's job does anything. The batch repository is in the database, and a job that ended while that was
 * gone could not be written down as ended: by its word it would run for ever, and no other would be started. So the job says
 * by itself when it ends, and one that hangs is known by its silence.
 */
@ApplicationScoped
public class Pulse {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private volatile long last;
    private volatile boolean ended;

    public Pulse() {
        this(System::nanoTime);
    }

    public Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** A job works; should an earlier one have ended, that is not it. */
    public void beat() {
        last = nanos.getAsLong();
        ended = false;
    }

    /** The job has ended, whatever the repository says. */
    public void end() {
        ended = true;
    }

    /** Whether it has ended, or was silent for longer than a working job ever is. */
    boolean isGone() {
        return ended || nanos.getAsLong() - last > LONGEST_SILENCE.toNanos();
    }
}
