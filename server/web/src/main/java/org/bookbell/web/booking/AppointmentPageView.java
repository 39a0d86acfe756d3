package org.bookbell.web.booking;

import java.util.List;
import org.bookbell.web.message.MessageLine;

/**
 * An appointment as its page shows it.
 *
 * @param choicesPath where the client's own choices are; empty for whoever may not change them
 */
record AppointmentPageView(
        AppointmentLine line,
        String day,
        String dayPath,
        List<Contact> contacts,
        List<Failing> failing,
        String clientNote,
        String endedReason,
        Acts acts,
        String choicesPath,
        List<MessageLine> messages,
        String notice,
        String refusal) {

    /** How the client is reached, with a link that dials or writes. */
    record Contact(String path, String text) {}

    /**
     * An address at which messages do not arrive.
     *
     * @param act what takes the mark away, and {@code button} its words
     */
    record Failing(String words, String act, String button) {}

    /** What whoever looks may do now. */
    record Acts(boolean confirm, boolean conclude, boolean change, boolean reinstate, boolean renewLink) {}
}
