package org.bookbell.message.timing;

import java.time.Instant;

/** When a message may be sent: from {@code dueAt} on, before {@code usefulUntil}. */
public record Window(Instant dueAt, Instant usefulUntil) {

    /** Whether there is no instant at which it may be sent. */
    public boolean isEmpty() {
        return !dueAt.isBefore(usefulUntil);
    }

    public Window dueAt(Instant other) {
        return new Window(other, usefulUntil);
    }
}
