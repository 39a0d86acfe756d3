package org.bookbell.credit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * A line of an organization's account.
 *
 * @param number counted from 1 without a gap
 * @param amount what the balance gained, negative where it lost
 * @param balance what it was afterwards
 * @param noCharge whether a no-charge window is the reason
 * @param reference what the operator wrote
 */
public record CreditEntry(
        long number,
        EntryKind kind,
        long amount,
        long balance,
        Optional<Long> messageId,
        Optional<Long> segments,
        boolean noCharge,
        Optional<String> reference,
        Instant at) {

    static final String COLUMNS =
            "entry_no, kind, amount, balance, message_id, segments, window_id, reference, created_at";

    static CreditEntry read(Row row) throws SQLException {
        return new CreditEntry(
                row.getLong("entry_no"),
                EntryKind.valueOf(row.getText("kind")),
                row.getLong("amount"),
                row.getLong("balance"),
                row.findLong("message_id"),
                row.findLong("segments"),
                row.findLong("window_id").isPresent(),
                row.findText("reference"),
                row.getInstant("created_at"));
    }
}
