package org.bookbell.message.calls;

import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.ledger.CallListEntry;

/** Why somebody must be called, in words that need no knowledge of gateways. */
public final class CallReason {

    private CallReason() {}

    /** One clause, without a full stop. */
    public static String inWords(CallListEntry call) {
        var isSms = call.about().channel() == Channel.SMS;
        return inWords(call.why().code(), isSms).orElse(call.why().reason());
    }

    /** What a code means; empty for one that tells more by the reason noted with it. */
    static Optional<String> inWords(String code, boolean isSms) {
        var address = isSms ? "number" : "e-mail address";
        return Optional.ofNullable(
                switch (code) {
                    case "NO_ADDRESS" -> isSms ? "no mobile number is known" : "no e-mail address is known";
                    case "NO_CONSENT" -> "the client has not agreed to text messages";
                    case "OPTED_OUT" -> "the recipient wants no messages at this " + address;
                    case "NUMBER_FAILS" -> "earlier text messages to this number did not arrive";
                    case "EMAIL_FAILS" -> "earlier e-mails to this address did not arrive";
                    case "TOO_LATE" -> "it could not be sent in time";
                    case "QUIET_HOURS" -> "it was late, in the quiet hours, and of no more use after them";
                    case "NO_OWN_GATEWAY" ->
                        (isSms ? "your own SMS" : "your own e-mail")
                                + " gateways were off, missing or not in order, and you chose to use no others";
                    case "UNDELIVERED" -> "the network could not deliver it";
                    case "UNKNOWN" -> "nobody knows whether it arrived";
                    case "UNCLEAR" -> "the gateway never answered whether it took it";
                    case "SUSPECT" -> "the gateway took it while it was not delivering";
                    case "INVALID_RECIPIENT" -> "the " + address + " does not exist or takes no such messages";
                    case "CONTENT" -> "the gateway does not allow this text";
                    case "SENDER_OR_ROUTE" -> "the gateway does not serve this " + address;
                    case "ACCOUNT" -> "the gateway's account is closed or unpaid";
                    case "BLOCKED" -> "the networks block the gateway";
                    case "RECIPIENT_UNREACHABLE" -> "the recipient could not be reached";
                    case "HELD_BACK" -> "it was held back, since more was sent than is allowed";
                    case "NOT_WRITTEN" -> "its text could not be written; look at its template";
                    case "UNREADABLE" -> "the server cannot read what is stored of the message; tell its operator";
                    default -> null;
                });
    }
}
