package org.bookbell.dispatch.evidence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;

/** A line of {@code receipts.csv}. */
record BundledReceipt(
        long attemptId,
        Optional<String> providerMessageId,
        String state,
        Optional<String> code,
        Optional<String> network,
        Optional<Instant> occurredAt,
        Instant receivedAt,
        String rawMasked) {

    static final String[] HEAD = {
        "attempt", "provider_message_id", "state", "code", "network", "occurred_at", "received_at", "as_it_came_masked"
    };

    static BundledReceipt read(Row row, Map<Long, String> addresses) throws SQLException {
        long attempt = row.getLong("attempt_id");
        return new BundledReceipt(
                attempt,
                row.findText("provider_message_id"),
                row.getText("state"),
                row.findText("code"),
                row.findText("network"),
                row.findInstant("occurred_at"),
                row.getInstant("received_at"),
                Masking.text(row.findText("raw").orElse(""), addresses.getOrDefault(attempt, "")));
    }

    String[] fields() {
        return new String[] {
            Ids.text(attemptId),
            providerMessageId.orElse(""),
            state,
            code.orElse(""),
            network.orElse(""),
            occurredAt.map(Instant::toString).orElse(""),
            receivedAt.toString(),
            rawMasked
        };
    }
}
