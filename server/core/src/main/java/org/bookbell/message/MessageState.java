package org.bookbell.message;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of a message.
 *
 * <p>A message is {@link #PLANNED} with the appointment. When it is due, a node claims it ({@link #CLAIMED}) and, just
 * before it speaks to a gateway, marks it {@link #SUBMITTING}. The gateway has it ({@link #ACCEPTED}), does not want it
 * ({@link #REFUSED}), or nobody knows ({@link #UNCLEAR}). Receipts then say {@link #DELIVERED} or {@link #UNDELIVERED};
 * where none comes in time it is {@link #UNKNOWN}, and where the gateway proves to have been lying, {@link #SUSPECT}.
 * What is never tried is {@link #SKIPPED} with a reason, {@link #TOO_LATE} or {@link #CANCELLED}. Where the organization
 * sends more than it may, a claim ends {@link #HELD}, until an operator releases or drops the message or it is too late.
 *
 * <p>States move forward by rank. The only way back is to {@link #PLANNED}: a claim that expired, another try over
 * another gateway, a row that became wanted again, or a person who has it sent again. Proof of delivery is believed whenever it comes.
 */
public enum MessageState {
    PLANNED(0),
    CLAIMED(1),
    HELD(2),
    SUBMITTING(3),
    UNCLEAR(4),
    ACCEPTED(5),
    REFUSED(5),
    UNKNOWN(6),
    SUSPECT(7),
    UNDELIVERED(8),
    SKIPPED(9),
    TOO_LATE(9),
    CANCELLED(9),
    DELIVERED(10);

    private final int rank;

    MessageState(int rank) {
        this.rank = rank;
    }

    /** How far it has come; a receipt that would lower it is stored but changes nothing. */
    public int rank() {
        return rank;
    }

    /** Whether {@code later} may follow. */
    public boolean mayBecome(MessageState later) {
        return next().contains(later);
    }

    /** Whether it still waits for its first or next attempt. */
    public boolean isOpen() {
        return this == PLANNED || this == CLAIMED || this == HELD;
    }

    private Set<MessageState> next() {
        return switch (this) {
            // an earlier attempt's receipt may still come while the next one waits
            case PLANNED -> EnumSet.of(CLAIMED, SKIPPED, TOO_LATE, CANCELLED, DELIVERED);
            case CLAIMED -> EnumSet.of(PLANNED, HELD, SUBMITTING, SKIPPED, TOO_LATE, CANCELLED, DELIVERED);
            case HELD -> EnumSet.of(PLANNED, SKIPPED, TOO_LATE, CANCELLED, DELIVERED);
            case SUBMITTING -> EnumSet.of(ACCEPTED, REFUSED, UNCLEAR, UNDELIVERED, DELIVERED);
            case UNCLEAR -> EnumSet.of(PLANNED, ACCEPTED, REFUSED, UNKNOWN, SUSPECT, UNDELIVERED, DELIVERED);
            case ACCEPTED -> EnumSet.of(UNKNOWN, SUSPECT, UNDELIVERED, DELIVERED);
            case REFUSED -> EnumSet.of(PLANNED, TOO_LATE, DELIVERED);
            case UNKNOWN -> EnumSet.of(PLANNED, SUSPECT, UNDELIVERED, DELIVERED);
            case SUSPECT -> EnumSet.of(PLANNED, UNDELIVERED, DELIVERED);
            case UNDELIVERED -> EnumSet.of(PLANNED, TOO_LATE, DELIVERED);
            case SKIPPED -> EnumSet.of(PLANNED);
            case TOO_LATE -> EnumSet.of(PLANNED, DELIVERED);
            case CANCELLED -> EnumSet.of(PLANNED, DELIVERED);
            case DELIVERED -> EnumSet.noneOf(MessageState.class);
        };
    }
}
