package org.bookbell.twilio;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * What Twilio's codes of errors mean ("Error and Warning Dictionary", {@code docs/api/errors}), as classes of what can be
 * done about them. With a Messaging Service many are told by a report rather than by the answer, so there is one table. Of
 * a code that is not in it, such as 30008 (unknown error), nothing is certain.
 */
final class ErrorCodes {

    /** A landline; or a carrier that a short code does not reach, which says nothing about the number. */
    private static final String LANDLINE_OR_CARRIER = "30006";

    private static final Pattern SHORT_CODE = Pattern.compile("\\d{3,8}");

    private ErrorCodes() {}

    static Optional<RefusalReason> reason(String code) {
        return Optional.ofNullable(
                switch (code) {
                    // not a number, not a mobile one, a short code, a landline, unknown to its network
                    case "21211", "21217", "21265", "21614", "21635", "30005", LANDLINE_OR_CARRIER ->
                        RefusalReason.INVALID_RECIPIENT;
                    case "21610" -> RefusalReason.OPTED_OUT;
                    // no text, too long, too large
                    case "21602", "21617", "21619", "30019" -> RefusalReason.CONTENT;
                    // the region is not enabled; a trial's number is not verified; the sender is not ours or not for it
                    case "21408", "21608", "21212", "21266", "21601", "21603", "21606", "21612", "21659", "21660" ->
                        RefusalReason.SENDER_OR_ROUTE;
                    // no such Messaging Service, or no sender in it; a sender that is not registered or provisioned
                    case "21701", "21703", "21704", "21705" -> RefusalReason.SENDER_OR_ROUTE;
                    case "30018", "30024", "30032", "30033", "30034", "30035", "30042" -> RefusalReason.SENDER_OR_ROUTE;
                    // not signed in, not active, test credentials, suspended; the hook's address is none for Twilio
                    case "20003", "10001", "20005", "20008", "30002", "21609" -> RefusalReason.ACCOUNT;
                    // by recipient or carrier; as unwanted; as pumped
                    case "30004", "30007", "30450" -> RefusalReason.BLOCKED;
                    case "30003" -> RefusalReason.RECIPIENT_UNREACHABLE;
                    // requests, queues, rates and days' limits; 30036 waited in a queue until it was not valid any
                    // longer
                    case "20429", "14107", "21611", "30001", "30022", "30023", "30027", "30036", "63038" ->
                        RefusalReason.THROTTLED;
                    // out of order, maintenance, congestion of a carrier
                    case "20503", "21730", "30017" -> RefusalReason.UNAVAILABLE;
                    default -> null;
                });
    }

    /** The same for a message that {@code sender} sent. */
    static Optional<RefusalReason> reason(String code, String sender) {
        var isShortCode = SHORT_CODE.matcher(sender).matches();
        return code.equals(LANDLINE_OR_CARRIER) && isShortCode
                ? Optional.of(RefusalReason.SENDER_OR_ROUTE)
                : reason(code);
    }
}
