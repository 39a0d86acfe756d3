package org.bookbell.organization;

/** What becomes of a reminder that would already have been due when the appointment was booked. */
public enum LateBooking {
    /** It goes out at once. */
    SEND_NOW,
    /** It is dropped where a rule with a shorter lead still reminds in time. */
    NEXT_SHORTER,
    /** The confirmation just sent is reminder enough. */
    CONFIRMATION_COUNTS
}
