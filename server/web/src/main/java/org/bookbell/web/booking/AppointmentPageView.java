package org.bookbell.web.booking;

import java.util.List;
import org.bookbell.web.message.MessageLine;

/** An appointment as its page shows it. */
record AppointmentPageView(
        AppointmentLine line,
        String day,
        List<String> contacts,
        String clientNote,
        String endedReason,
        Acts acts,
        List<MessageLine> messages,
        String refusal) {

    /** What whoever looks may do now. */
    record Acts(boolean confirm, boolean conclude, boolean change, boolean reinstate) {}
}
