package org.bookbell.dispatch.alert;

import java.util.List;
import java.util.Optional;
import org.bookbell.client.FailingAddress;

/**
 * What was found out about an organization's new calls, to be written in one transaction.
 *
 * @param callIds the calls that count as told then
 * @param letter empty where none of them is open any more
 * @param failing addresses to mark
 */
record CallAlertDraft(long organizationId, List<Long> callIds, Optional<Mail> letter, List<Failing> failing) {

    CallAlertDraft {
        callIds = List.copyOf(callIds);
        failing = List.copyOf(failing);
    }

    /** The words of the e-mail. */
    record Mail(String subject, String text) {

        /** Shows nothing: all of it is personal. */
        @Override
        public String toString() {
            return "Mail[…]";
        }
    }

    /** A client whose number or e-mail address fails. */
    record Failing(long clientId, FailingAddress address) {}
}
