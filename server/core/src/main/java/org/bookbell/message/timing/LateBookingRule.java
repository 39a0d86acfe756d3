package org.bookbell.message.timing;

import java.time.Instant;
import org.bookbell.organization.LateBooking;

/** What becomes of a reminder that would have been due before its appointment was agreed. */
public final class LateBookingRule {

    /** What the rule says. */
    public enum Verdict {
        /** It is due in the future: nothing is late. */
        IN_TIME,
        SEND_NOW,
        /** Dropped: the next shorter reminder follows. */
        SHORTER_FOLLOWS,
        /** Dropped: the confirmation tells the same. */
        CONFIRMATION_COUNTS,
        /** Dropped: it is quiet now, and later it may not come. */
        QUIET_NOW,
        /** Dropped: even now it would be no use. */
        NO_LONGER_USEFUL
    }

    private LateBookingRule() {}

    /**
     * Judges one reminder.
     *
     * @param isQuietNow whether the recipient's quiet hours run at {@code now}
     * @param hasShorter whether a shorter reminder of the same recipient and channel is still to come
     */
    public static Verdict judge(
            LateBooking policy, Window window, Instant now, boolean isQuietNow, boolean hasShorter) {
        if (!window.dueAt().isBefore(now)) {
            return Verdict.IN_TIME;
        }
        return switch (policy) {
            case SEND_NOW -> sendNow(window, now, isQuietNow);
            case NEXT_SHORTER -> hasShorter ? Verdict.SHORTER_FOLLOWS : Verdict.CONFIRMATION_COUNTS;
            case CONFIRMATION_COUNTS -> Verdict.CONFIRMATION_COUNTS;
        };
    }

    private static Verdict sendNow(Window window, Instant now, boolean isQuietNow) {
        if (!now.isBefore(window.usefulUntil())) {
            return Verdict.NO_LONGER_USEFUL;
        }
        return isQuietNow ? Verdict.QUIET_NOW : Verdict.SEND_NOW;
    }
}
