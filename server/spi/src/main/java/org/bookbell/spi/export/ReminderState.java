package org.bookbell.spi.export;

/**
 * What is known of the reminders of an appointment: of those that the client was owed for its present time, over all
 * channels, the one that got furthest. A later version may know more states.
 *
 * <p>{@link #DELIVERED} alone is proof. Whoever must be sure phones all others.
 */
public enum ReminderState {
    /** None is owed: no rule asks for one, the client wants none, or it was booked too late for one. */
    NONE,
    /** None arrived and none will: refused, undeliverable, too late, or there is no way to the client. */
    NOT_DELIVERED,
    /** One waits for its time. */
    PLANNED,
    /** One was taken by a gateway, and no receipt came in time: it probably arrived. */
    UNKNOWN,
    /** One is on its way: a gateway has it, and its receipt may still come. */
    SENT,
    /** One arrived, or was answered: a receipt, a reply or a press on the link's confirm button proves it. */
    DELIVERED;

    /** Whether somebody can prove that the client was reminded. */
    public boolean isProven() {
        return this == DELIVERED;
    }
}
