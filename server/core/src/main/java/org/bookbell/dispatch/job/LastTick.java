package org.bookbell.dispatch.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.LongSupplier;

/** When the tick of this node last did all that it does: one that stopped, hangs, or fails each time leaves no mark. */
@ApplicationScoped
public class LastTick {

    private final LongSupplier nanos;
    private volatile long done;

    LastTick() {
        this(System::nanoTime);
    }

    public LastTick(LongSupplier nanos) {
        this.nanos = nanos;
        this.done = nanos.getAsLong();
    }

    void mark() {
        done = nanos.getAsLong();
    }

    /** For how long no tick has come to its end. */
    public Duration silence() {
        return Duration.ofNanos(nanos.getAsLong() - done);
    }
}
