package org.bookbell.clickatell.hook;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;

/**
 * Reads a report on a message. It names Clickatell's id and ours: {@code apiMsgId} and {@code cliMsgId} by the HTTP API,
 * {@code messageId} and {@code clientMessageId} by the others.
 */
final class StatusReport {

    private static final Pattern ATTEMPT = Pattern.compile("[0-9A-Z]{13}");
    private static final int LONGEST_ID = 120;

    private StatusReport() {}

    /**
     * Reads one; empty for a status that says nothing.
     *
     * @throws IllegalArgumentException if it names no message
     */
    static Optional<Receipt> read(Item item, Function<Item, Optional<Fate>> statuses, String raw) {
        var attempt = item.findAny("clientMessageId", "cliMsgId").filter(ATTEMPT.asMatchPredicate());
        var message = item.findAny("messageId", "apiMsgId").filter(id -> id.length() <= LONGEST_ID);
        if (attempt.isEmpty() && message.isEmpty()) {
            throw new IllegalArgumentException("the report names no message");
        }
        return statuses.apply(item)
                .map(fate -> new Receipt(
                        attempt,
                        message,
                        fate.state(),
                        Moment.find(item),
                        fate.state() == State.DELIVERED ? Optional.empty() : item.findAny("statusCode", "status"),
                        Optional.empty(),
                        raw,
                        fate.reason()));
    }
}
