package org.bookbell.message;

/** What a message is about. */
public enum MessageKind {
    CONFIRMATION,
    CHANGE,
    CANCELLATION,
    REMINDER,
    /** The coming appointments of a staff member or of everybody, with papers; at the hour that was chosen for it. */
    AGENDA,
    OFFER,
    ALERT,
    /** A test of one gateway from end to end, which tells nobody anything. */
    CANARY;

    /** Whether it waits for a decent hour; what was just asked for is told at once. */
    public boolean respectsQuietHours() {
        return switch (this) {
            case REMINDER, OFFER -> true;
            case AGENDA, CONFIRMATION, CHANGE, CANCELLATION, ALERT, CANARY -> false;
        };
    }
}
