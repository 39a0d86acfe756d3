package org.bookbell.dispatch.guard.held;

import java.sql.SQLException;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.storage.Row;

/** A held message as it is moved on. */
record HeldRow(long id, Channel channel, Optional<String> address, String reason) {

    static final String QUESTION = "SELECT id, channel, address, reason FROM message WHERE state = 'HELD' AND ";

    static HeldRow read(Row row) throws SQLException {
        return new HeldRow(
                row.getLong("id"),
                Channel.valueOf(row.getText("channel")),
                row.findText("address"),
                row.findText("reason").orElse(""));
    }

    /** Shows the id: the address is personal. */
    @Override
    public String toString() {
        return "HeldRow[" + id + "]";
    }
}
