package org.bookbell.dispatch.receipt;

import java.sql.SQLException;
import java.util.Optional;
import org.bookbell.dispatch.attempt.ReceiptMatch.Stored;
import org.bookbell.storage.Row;

/**
 * A stored receipt that was not applied yet.
 *
 * @param namedAttempt the attempt that its provider names
 */
record WaitingReceipt(
        long id, String gateway, Optional<Long> namedAttempt, Optional<String> providerMessageId, Stored stored) {

    static final String OLDEST = "SELECT id, gateway, named_attempt, provider_message_id, state, code, reason"
            + " FROM receipt WHERE applied_at IS NULL ORDER BY id LIMIT ";

    static WaitingReceipt read(Row row) throws SQLException {
        return new WaitingReceipt(
                row.getLong("id"),
                row.getText("gateway"),
                row.findLong("named_attempt"),
                row.findText("provider_message_id"),
                Stored.read(row));
    }
}
