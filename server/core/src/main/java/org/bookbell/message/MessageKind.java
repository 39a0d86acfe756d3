package org.bookbell.message;

/** What a message is about. */
public enum MessageKind {
    CONFIRMATION,
    CHANGE,
    CANCELLATION,
    REMINDER,
    AGENDA,
    OFFER,
    ALERT,
    /** A test of one gateway from end to end, which tells nobody anything. */
    CANARY;

    /** Whether it waits for a decent hour; what was just asked for is told at once. */
    public boolean respectsQuietHours() {
        return switch (this) {
            case REMINDER, AGENDA, OFFER -> true;
            case CONFIRMATION, CHANGE, CANCELLATION, ALERT, CANARY -> false;
        };
    }
}
