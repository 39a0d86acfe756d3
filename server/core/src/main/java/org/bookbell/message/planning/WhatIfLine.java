package org.bookbell.message.planning;

import java.time.Instant;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.Recipient;
import org.bookbell.message.planning.row.SkipReason;
import org.bookbell.message.timing.Window;

/**
 * A reminder as it would be with another rule.
 *
 * @param before when it is due as the rules are now, where that moves
 * @param skipped why it would not be sent
 */
public record WhatIfLine(
        long appointmentId,
        Instant start,
        Recipient recipient,
        Channel channel,
        Window window,
        Effect effect,
        Optional<Instant> before,
        Optional<SkipReason> skipped) {

    /** What the change does to a reminder. */
    public enum Effect {
        KEPT,
        ADDED,
        /** It is due at another time, or will not be sent any more for the reason given. */
        MOVED,
        DROPPED
    }

    /** Whether it would be sent. */
    public boolean willBeSent() {
        return effect != Effect.DROPPED && skipped.isEmpty();
    }

    boolean isDueWithin(Instant from, Instant until) {
        var due = window.dueAt();
        boolean wasWithin =
                before.filter(at -> !at.isBefore(from) && at.isBefore(until)).isPresent();
        return wasWithin || (!due.isBefore(from) && due.isBefore(until));
    }
}
