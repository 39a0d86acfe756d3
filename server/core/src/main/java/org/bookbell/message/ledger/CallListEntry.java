package org.bookbell.message.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.storage.Row;

/**
 * One call to make.
 *
 * @param about what the message would have told
 * @param reason in plain words why it did not
 * @param appointmentStart when it is too late to call
 */
public record CallListEntry(
        long id,
        long messageId,
        About about,
        String reasonCode,
        String reason,
        Optional<Instant> appointmentStart,
        Instant createdAt,
        Optional<Handled> handled) {

    /**
     * What the call is about.
     *
     * @param address where the message should have gone
     */
    public record About(
            Optional<Long> appointmentId,
            MessageKind kind,
            Channel channel,
            Audience recipientKind,
            long recipientId,
            Optional<String> address,
            MessageFacts facts) {}

    /**
     * Who has dealt with it.
     *
     * @param by the member; empty where it settled itself
     */
    public record Handled(Instant at, Optional<Long> by, Optional<String> note) {}

    static CallListEntry read(Row row) throws SQLException {
        var handledBy = row.findLong("handled_by");
        var note = row.findText("handled_note");
        return new CallListEntry(
                row.getLong("id"),
                row.getLong("message_id"),
                about(row),
                row.getText("reason_code"),
                row.getText("reason"),
                row.findInstant("appointment_start"),
                row.getInstant("created_at"),
                row.findInstant("handled_at").map(at -> new Handled(at, handledBy, note)));
    }

    private static About about(Row row) throws SQLException {
        return new About(
                row.findLong("appointment_id"),
                MessageKind.valueOf(row.getText("kind")),
                Channel.valueOf(row.getText("channel")),
                Audience.valueOf(row.getText("recipient_kind")),
                row.getLong("recipient_id"),
                row.findText("address"),
                MessageFacts.parse(row.getText("facts")));
    }

    /** Shows the id only: the rest is personal. */
    @Override
    public String toString() {
        return "CallListEntry[" + id + "]";
    }
}
