package org.bookbell.message.planning.row;

/** Why a message that waited is not sent after all; its name is the reason code of the ledger. */
public enum CancelReason {
    APPOINTMENT_MOVED("the appointment was moved"),
    APPOINTMENT_CANCELLED("the appointment was cancelled"),
    APPOINTMENT_ENDED("the appointment is over"),
    NOT_BOOKED("the appointment is not booked any more"),
    RULE_CHANGED("no rule asks for it any more");

    private final String words;

    CancelReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
