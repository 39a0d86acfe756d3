package org.bookbell.dispatch.reply;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.storage.Row;

/**
 * A reply as it came.
 *
 * @param from in E.164
 * @param to the sender they answered to, as the provider spells it
 * @param gatewayOwner whose gateway it came by; 0 for every organization's
 */
record StoredReply(
        long id, String gateway, long gatewayOwner, String from, Optional<String> to, String text, Instant receivedAt) {

    static final String QUESTION =
            "SELECT r.id, r.gateway, COALESCE(g.organization_id, 0) AS owner, r.address, r.sender,"
                    + " r.body, r.received_at FROM reply r LEFT JOIN gateway g ON g.name = r.gateway WHERE r.id = ?";

    static StoredReply read(Row row) throws SQLException {
        return new StoredReply(
                row.getLong("id"),
                row.getText("gateway"),
                row.getLong("owner"),
                row.getText("address"),
                row.findText("sender"),
                row.getText("body"),
                row.getInstant("received_at"));
    }

    /** Shows the id only: the rest is personal. */
    @Override
    public String toString() {
        return "StoredReply[" + id + "]";
    }
}
