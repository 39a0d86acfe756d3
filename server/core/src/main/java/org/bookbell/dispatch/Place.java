package org.bookbell.dispatch;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One of the places of a gateway. Whoever took it and each call made from it use it; it is free again when all of them have
 * left, so that a call that ignores its interruption keeps it.
 */
final class Place implements AutoCloseable {

    private final Runnable free;
    private final AtomicInteger users = new AtomicInteger(1);

    Place(Runnable free) {
        this.free = free;
    }

    /** Begins a call; false if the place was left before, so that the call must not be made. */
    boolean enter() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Ends a call. */
    void leave() {
        if (users.decrementAndGet() == 0) {
            free.run();
        }
    }

    /** Makes no more calls. */
    @Override
    public void close() {
        leave();
    }
}
