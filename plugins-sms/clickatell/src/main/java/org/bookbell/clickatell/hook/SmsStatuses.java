package org.bookbell.clickatell.hook;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * The codes of the HTTP API, 001 to 014, which the SMS API has too, without zeros (clickatell-overview-http, "status"; "REST
 * API: Status callback"). "Expired" is said of what did not leave Clickatell's own queue. 001 says that the report is late.
 */
final class SmsStatuses {

    private static final Pattern CODE = Pattern.compile("0*([0-9]{1,4})");

    private static final Map<String, Fate> KNOWN = Map.ofEntries(
            Map.entry("2", Fate.BUFFERED), // queued
            Map.entry("3", Fate.BUFFERED), // delivered to gateway
            Map.entry("4", Fate.DELIVERED), // received by recipient
            Map.entry("5", Fate.LOST), // error with message
            Map.entry("6", Fate.LOST), // cancelled
            Map.entry("7", Fate.LOST), // error delivering
            Map.entry("8", Fate.BUFFERED), // OK, received by Clickatell
            Map.entry("9", Fate.lost(RefusalReason.SENDER_OR_ROUTE)), // routing error
            Map.entry("10", Fate.lost(RefusalReason.UNAVAILABLE)), // expired
            Map.entry("11", Fate.BUFFERED), // queued for later
            Map.entry("12", Fate.lost(RefusalReason.ACCOUNT)), // out of credit
            Map.entry("14", Fate.lost(RefusalReason.ACCOUNT))); // most messages exceeded

    private SmsStatuses() {}

    /** The HTTP API has the code in {@code status}, the SMS API in {@code statusCode}; empty for an unknown one. */
    static Optional<Fate> find(Item item) {
        return item.findAny("statusCode", "status")
                .map(CODE::matcher)
                .filter(found -> found.matches())
                .map(found -> KNOWN.get(found.group(1)));
    }
}
