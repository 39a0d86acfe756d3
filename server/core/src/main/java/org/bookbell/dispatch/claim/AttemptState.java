package org.bookbell.dispatch.claim;

import java.util.EnumSet;
import java.util.Set;
import org.bookbell.message.MessageState;

/** What became of one submission; as with messages, states only move forward. */
public enum AttemptState {
    SUBMITTING,
    UNCLEAR,
    ACCEPTED,
    REFUSED,
    UNKNOWN,
    /** Taken by a gateway that brought nothing at that time. */
    SUSPECT,
    UNDELIVERED,
    DELIVERED;

    /** The state of the message that a state of its latest attempt brings about. */
    public MessageState ofMessage() {
        return MessageState.valueOf(name());
    }

    /** The states from which a receipt may lead here. */
    public Set<AttemptState> before() {
        return switch (this) {
            case SUBMITTING, UNCLEAR, ACCEPTED, REFUSED -> EnumSet.noneOf(AttemptState.class);
            case UNKNOWN -> EnumSet.of(SUBMITTING, UNCLEAR, ACCEPTED);
            case SUSPECT -> EnumSet.of(ACCEPTED, UNKNOWN);
            case UNDELIVERED -> EnumSet.of(SUBMITTING, UNCLEAR, ACCEPTED, UNKNOWN, SUSPECT);
            case DELIVERED -> EnumSet.complementOf(EnumSet.of(DELIVERED));
        };
    }
}
