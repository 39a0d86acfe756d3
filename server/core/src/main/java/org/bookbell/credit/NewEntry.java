package org.bookbell.credit;

import org.jspecify.annotations.Nullable;

/**
 * An entry to be appended.
 *
 * @param amount what the balance gains, negative where it loses
 * @param reservation the number of the message's reservation that begins or ends
 * @param attemptId the attempt that is charged or refunded
 * @param windowId the no-charge window for whose sake an attempt is refunded
 * @param reference what the operator wrote, unique in the organization
 */
public record NewEntry(
        long organizationId,
        EntryKind kind,
        long amount,
        @Nullable Long messageId,
        @Nullable Integer reservation,
        @Nullable Long attemptId,
        @Nullable Integer segments,
        @Nullable Long windowId,
        @Nullable String reference) {

    /** What the operator puts into an account. */
    static NewEntry byOperator(long organizationId, EntryKind kind, long amount, @Nullable String reference) {
        return new NewEntry(organizationId, kind, amount, null, null, null, null, null, reference);
    }

    /** The beginning or the end of a reservation for a message. */
    public static NewEntry ofReservation(
            long organizationId, EntryKind kind, long amount, long messageId, int reservation) {
        return new NewEntry(organizationId, kind, amount, messageId, reservation, null, null, null, null);
    }

    /** What an attempt costs, or costs no more. */
    public static NewEntry ofAttempt(
            long organizationId,
            EntryKind kind,
            long amount,
            long messageId,
            long attemptId,
            @Nullable Integer segments,
            @Nullable Long windowId) {
        return new NewEntry(organizationId, kind, amount, messageId, null, attemptId, segments, windowId, null);
    }

    /** How it changes what is set aside. */
    long reserved() {
        return kind.isAboutReservation() ? -amount : 0;
    }
}
