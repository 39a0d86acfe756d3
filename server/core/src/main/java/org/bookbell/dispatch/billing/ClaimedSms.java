package org.bookbell.dispatch.billing;

import java.time.Instant;
import java.util.Comparator;

/**
 * A text message that this node has claimed.
 *
 * @param fence what proves the claim
 */
public record ClaimedSms(long messageId, long organizationId, String number, Instant usefulUntil, long fence) {

    /** Where credit is short, what is needed first is paid for first. */
    static final Comparator<ClaimedSms> FIRST_NEEDED =
            Comparator.comparing(ClaimedSms::usefulUntil).thenComparing(ClaimedSms::messageId);

    /** Whether an organization sends it; the server's own cost nothing. */
    boolean isOfAnOrganization() {
        return organizationId != 0;
    }

    /** Shows the ids: the number is personal. */
    @Override
    public String toString() {
        return "ClaimedSms[" + messageId + ", fence " + fence + "]";
    }
}
