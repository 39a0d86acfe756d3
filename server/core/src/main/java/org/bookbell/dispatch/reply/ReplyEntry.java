package org.bookbell.dispatch.reply;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * A reply as its organization sees it.
 *
 * @param from in E.164
 * @param meaning empty until it was handled, as {@code outcome} is
 */
public record ReplyEntry(
        long id,
        String gateway,
        String from,
        Optional<String> to,
        String text,
        Instant receivedAt,
        Optional<Meaning> meaning,
        Optional<Outcome> outcome,
        Optional<Long> messageId,
        Optional<Long> clientId) {

    static final String COLUMNS =
            "id, gateway, address, sender, body, received_at, meaning, outcome, message_id, client_id";

    static ReplyEntry read(Row row) throws SQLException {
        return new ReplyEntry(
                row.getLong("id"),
                row.getText("gateway"),
                row.getText("address"),
                row.findText("sender"),
                row.getText("body"),
                row.getInstant("received_at"),
                row.findText("meaning").map(Meaning::valueOf),
                row.findText("outcome").map(Outcome::valueOf),
                row.findLong("message_id"),
                row.findLong("client_id"));
    }

    /** Shows the id only: the rest is personal. */
    @Override
    public String toString() {
        return "ReplyEntry[" + id + "]";
    }
}
