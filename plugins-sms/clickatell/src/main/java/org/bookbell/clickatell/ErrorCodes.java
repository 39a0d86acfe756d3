package org.bookbell.clickatell;

import static org.bookbell.spi.gateway.RefusalReason.ACCOUNT;
import static org.bookbell.spi.gateway.RefusalReason.CONTENT;
import static org.bookbell.spi.gateway.RefusalReason.INVALID_RECIPIENT;
import static org.bookbell.spi.gateway.RefusalReason.OPTED_OUT;
import static org.bookbell.spi.gateway.RefusalReason.OTHER;
import static org.bookbell.spi.gateway.RefusalReason.SENDER_OR_ROUTE;
import static org.bookbell.spi.gateway.RefusalReason.THROTTLED;
import static org.bookbell.spi.gateway.RefusalReason.UNAVAILABLE;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * What Clickatell's codes mean that come instead of an acceptance, which happens before anything is sent. A number that is
 * blocked or delisted is one whose owner wants no messages of Clickatell's, so that nobody sends to it.
 */
record ErrorCodes(Map<Integer, RefusalReason> known, IntFunction<RefusalReason> ofGroup) {

    /** Of the HTTP API and the SMS API (archive, "API error codes"; clickatell-overview-http, "Error Codes"). */
    static final ErrorCodes SMS = new ErrorCodes(
            Map.of(
                    105, INVALID_RECIPIENT, // invalid destination address
                    107, CONTENT, // empty message
                    113, CONTENT, // too many parts
                    115, UNAVAILABLE, // expired before it was passed on
                    121, OPTED_OUT, // blocked
                    122, OPTED_OUT, // opted out
                    128, OPTED_OUT, // delisted
                    108, ACCOUNT, // wrong API ID
                    130, ACCOUNT),
            ErrorCodes::group);

    /** Of the One API ("Errors Table"), which has no groups. */
    static final ErrorCodes ONE = new ErrorCodes(
            Map.ofEntries(
                    Map.entry(1, ACCOUNT), // API key
                    Map.entry(2, ACCOUNT), // account not active
                    Map.entry(3, ACCOUNT), // integration not active
                    Map.entry(7, ACCOUNT), // our address
                    Map.entry(18, UNAVAILABLE), // internal error
                    Map.entry(19, UNAVAILABLE), // internal error, retry
                    Map.entry(20, ACCOUNT), // no balance
                    Map.entry(23, SENDER_OR_ROUTE), // invalid parameter
                    Map.entry(24, CONTENT), // too long
                    Map.entry(25, INVALID_RECIPIENT),
                    Map.entry(26, OPTED_OUT),
                    Map.entry(27, INVALID_RECIPIENT), // not available on the channel
                    Map.entry(28, ACCOUNT), // not in the sandbox
                    Map.entry(38, ACCOUNT), // channel not active
                    Map.entry(39, ACCOUNT), // channel not available
                    Map.entry(43, THROTTLED),
                    Map.entry(44, SENDER_OR_ROUTE), // sender suspended
                    Map.entry(45, SENDER_OR_ROUTE), // not our sender
                    Map.entry(46, ACCOUNT), // demo over
                    Map.entry(100, CONTENT), // too many parts
                    Map.entry(101, SENDER_OR_ROUTE), // no two-way there
                    Map.entry(110, SENDER_OR_ROUTE), // two-way only in the USA
                    Map.entry(111, SENDER_OR_ROUTE)),
            code -> OTHER);

    /** A code that is not documented means what its group does. */
    RefusalReason reason(int code) {
        return Optional.ofNullable(known.get(code)).orElseGet(() -> ofGroup.apply(code));
    }

    private static RefusalReason group(int code) {
        return switch (code / 100) {
            case 0, 3 -> ACCOUNT; // authentication, credit
            case 1 -> SENDER_OR_ROUTE; // the message: another gateway may take it
            case 9 -> UNAVAILABLE; // internal, to be tried again
            default -> OTHER;
        };
    }
}
