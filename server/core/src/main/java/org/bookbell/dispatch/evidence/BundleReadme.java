package org.bookbell.dispatch.evidence;

import org.bookbell.dispatch.evidence.SupportBundle.Period;

/** What the file README.txt of a bundle says. */
final class BundleReadme {

    private static final String TEXT = """
            Messages over the gateway "%1$s"
            from %2$s until %3$s (not included), all times UTC.

            attempts.csv   %4$d submissions, one a line:
              attempt               our id, sent along as the reference where the interface has one
              provider_message_id   your id, as your answer gave it
              recipient_masked      the number or address without its middle
              state                 SUBMITTING  being sent     ACCEPTED     you took it, no receipt yet
                                    REFUSED     you did not    UNCLEAR      you did not answer
                                    DELIVERED   by receipt     UNDELIVERED  by receipt
                                    UNKNOWN     the receipt says that nobody knows
                                    SUSPECT     you took it at a time when nothing arrived
              submitted_at, answered_at, settled_at
                                    when we sent it, when you answered, when a receipt decided it
              code, detail          your code and words for a refusal or a failure
              segments              parts of a text message

            receipts.csv   %5$d receipts for them, as they came; occurred_at by your clock, received_at by ours.

            Numbers and addresses have lost their middle, and texts, names and whatever else is personal were left out.
            For e-mail only the lines of the delivery status are here.%6$s
            """;

    private BundleReadme() {}

    static String of(Period period, long attempts, long receipts) {
        return TEXT.formatted(
                period.gateway(),
                period.from(),
                period.until(),
                attempts,
                receipts,
                attempts >= SupportBundle.MOST_ATTEMPTS
                        ? "\nThere are more: this file ends after " + SupportBundle.MOST_ATTEMPTS
                                + " submissions. Ask for a shorter time."
                        : "");
    }
}
