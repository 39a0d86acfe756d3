package org.bookbell.web.booking;

import java.util.List;
import org.bookbell.web.message.MessageLine;

/** An appointment as its page shows it. */
record AppointmentPageView(
        AppointmentLine line,
        String day,
        String dayPath,
        List<Contact> contacts,
        String clientNote,
        String endedReason,
        Acts acts,
        List<MessageLine> messages,
        String notice,
        String refusal) {

    /** How the client is reached, with a link that dials or writes. */
    record Contact(String path, String text) {}

    /** What whoever looks may do now. */
    record Acts(boolean confirm, boolean conclude, boolean change, boolean reinstate) {}
}
