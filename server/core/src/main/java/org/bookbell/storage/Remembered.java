package org.bookbell.storage;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Something that is read anew when it is asked for and older than it may be, by one thread, while the others wait; for
 * what every node must know within a second or so and nobody wants to ask for each message.
 */
public final class Remembered<T> {

    private final Duration longest;
    private final UnaryOperator<T> read;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Seen<T> seen;

    private record Seen<T>(T value, long nanos, boolean isOutdated) {}

    /**
     * Nothing is read yet.
     *
     * @param longest how old it may be
     * @param first stands for what was read before there was anything
     * @param read reads it, given what it was before; if it throws, the next who asks tries again
     */
    public Remembered(Duration longest, T first, UnaryOperator<T> read) {
        this.longest = longest;
        this.read = read;
        this.seen = new Seen<>(first, 0, true);
    }

    public T get() {
        var known = seen;
        return isFresh(known) ? known.value() : readAnew();
    }

    private T readAnew() {
        reading.lock();
        try {
            var known = seen;
            if (!isFresh(known)) {
                known = new Seen<>(read.apply(known.value()), System.nanoTime(), false);
                seen = known;
            }
            return known.value();
        } finally {
            reading.unlock();
        }
    }

    /** What was read last, however old. */
    public T last() {
        return seen.value();
    }

    /** Lets it be read again when it is next asked for, however young it is. */
    public void forget() {
        reading.lock();
        try {
            seen = new Seen<>(seen.value(), 0, true);
        } finally {
            reading.unlock();
        }
    }

    private boolean isFresh(Seen<T> known) {
        return !known.isOutdated() && System.nanoTime() - known.nanos() < longest.toNanos();
    }
}
