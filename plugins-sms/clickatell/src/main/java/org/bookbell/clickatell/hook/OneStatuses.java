package org.bookbell.clickatell.hook;

import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;

/**
 * The statuses of the One API ("Message Status Table"). Of its codes those from 20 on are errors; some of them say why. Their
 * numbers are not those of the other interfaces: 4 is "sent to supplier" here.
 */
final class OneStatuses {

    private static final int FIRST_ERROR = 20;

    private static final Map<Integer, Fate> KNOWN = Map.ofEntries(
            Map.entry(2, Fate.BUFFERED), // QUEUED
            Map.entry(3, Fate.BUFFERED), // SCHEDULED
            Map.entry(4, Fate.BUFFERED), // SENT_TO_SUPPLIER
            Map.entry(5, Fate.DELIVERED), // DEVICE_ACK
            Map.entry(6, Fate.DELIVERED), // READ
            Map.entry(20, Fate.lost(RefusalReason.RECIPIENT_UNREACHABLE)), // EXPIRED
            Map.entry(25, Fate.lost(RefusalReason.ACCOUNT)), // INSUFFICIENT_ACCOUNT_BALANCE
            Map.entry(26, Fate.lost(RefusalReason.ACCOUNT)), // VOLUME_LIMIT
            Map.entry(27, Fate.lost(RefusalReason.ACCOUNT)), // VOLUME_LIMIT_DAILY
            Map.entry(28, Fate.lost(RefusalReason.ACCOUNT)), // VOLUME_LIMIT_MONTHLY
            Map.entry(29, Fate.lost(RefusalReason.INVALID_RECIPIENT)), // RECIPIENT_DOES_NOT_EXIST
            Map.entry(100, Fate.lost(RefusalReason.SENDER_OR_ROUTE))); // ROUTING_ERROR

    private OneStatuses() {}

    /** Empty for one that says nothing. */
    static Optional<Fate> find(Item item) {
        return item.find("statusCode")
                .filter(code -> code.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .map(code -> KNOWN.getOrDefault(code, code >= FIRST_ERROR ? Fate.LOST : null));
    }
}
