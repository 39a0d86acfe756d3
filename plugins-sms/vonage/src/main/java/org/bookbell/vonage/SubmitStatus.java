package org.bookbell.vonage;

import java.util.Map;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * What the status of a part means that was not taken ("Troubleshooting SMS", "SMS API error codes", and {@code x-errors} of
 * {@code sms.yml}).
 *
 * <p>Parameters that are missing or wrong, a prefix that is not recognized and a destination that is not served say that
 * this account does not take the message; another gateway may. A barred number is one whose owner texted STOP, as far as
 * the documents tell ("How are STOP requests handled": the number is put on the list), so that nobody sends to it.
 *
 * @param words a sentence; Vonage's own may hold the number
 */
record SubmitStatus(RefusalReason reason, String words) {

    private static final SubmitStatus UNKNOWN =
            new SubmitStatus(RefusalReason.OTHER, "Vonage did not take it for a reason that is not documented.");

    private static final Map<String, SubmitStatus> KNOWN = Map.ofEntries(
            known(1, RefusalReason.THROTTLED, "More messages a second than the account may send."),
            known(2, RefusalReason.SENDER_OR_ROUTE, "A parameter is missing."),
            known(3, RefusalReason.SENDER_OR_ROUTE, "A parameter is invalid."),
            known(4, RefusalReason.ACCOUNT, "API key or secret are wrong or disabled."),
            known(5, RefusalReason.UNAVAILABLE, "Vonage has an internal error."),
            known(
                    6,
                    RefusalReason.SENDER_OR_ROUTE,
                    "Vonage cannot process the message; the prefix may be unknown to it."),
            known(7, RefusalReason.OPTED_OUT, "The number is on Vonage's list of barred numbers."),
            known(8, RefusalReason.ACCOUNT, "The account is suspended."),
            known(9, RefusalReason.ACCOUNT, "The account has not enough credit."),
            known(10, RefusalReason.THROTTLED, "Too many connections of the account."),
            known(11, RefusalReason.ACCOUNT, "The account may not use the SMS API."),
            known(12, RefusalReason.CONTENT, "The message is too long."),
            known(14, RefusalReason.ACCOUNT, "The signature is wrong: check signature secret and method."),
            known(15, RefusalReason.SENDER_OR_ROUTE, "The sender is not allowed."),
            known(22, RefusalReason.SENDER_OR_ROUTE, "The network does not belong to the number's country."),
            known(23, RefusalReason.ACCOUNT, "Vonage does not like the address of the web hook."),
            known(29, RefusalReason.SENDER_OR_ROUTE, "The account is in demo mode and the number not on its list."),
            known(32, RefusalReason.ACCOUNT, "The request has both a signature and a secret."),
            known(33, RefusalReason.INVALID_RECIPIENT, "The number is not active."));

    static SubmitStatus of(String status) {
        return KNOWN.getOrDefault(status, UNKNOWN);
    }

    private static Map.Entry<String, SubmitStatus> known(int status, RefusalReason reason, String words) {
        return Map.entry(Integer.toString(status), new SubmitStatus(reason, words));
    }
}
