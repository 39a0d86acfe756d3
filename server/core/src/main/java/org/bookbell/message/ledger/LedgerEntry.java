package org.bookbell.message.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.timing.Window;
import org.bookbell.storage.Row;

/**
 * A message as the ledger shows it. Its facts hold the secret of the client's link; who shows them leaves it out.
 *
 * @param occurrence how often the appointment had been moved when it was planned
 * @param ruleId the reminder rule that asks for it; 0 for none, negative for a copy of another message
 * @param status what became of it
 */
public record LedgerEntry(
        long id,
        long organizationId,
        Optional<Long> appointmentId,
        int occurrence,
        long ruleId,
        MessageKind kind,
        Channel channel,
        To to,
        Optional<Instant> appointmentStart,
        Window window,
        Status status,
        MessageFacts facts,
        Instant createdAt) {

    static final String COLUMNS =
            "m.id, m.organization_id, m.appointment_id, m.occurrence, m.rule_id, m.kind, m.channel,"
                    + " m.recipient_kind, m.recipient_id, m.address, m.appointment_start, m.due_at, m.useful_until, m.state,"
                    + " m.state_at, m.reason_code, m.reason, m.attempts, m.gateway, m.try_at, m.facts, m.created_at";

    /** Whom it tells, and where. */
    public record To(Audience kind, long id, Optional<String> address) {

        /** Shows the id only: the address is personal. */
        @Override
        public String toString() {
            return "To[" + kind + " " + id + "]";
        }
    }

    /**
     * What became of it.
     *
     * @param reasonCode for programs, {@code reason} for people
     * @param gateway the one that had it last
     * @param tryAt when the next attempt is due, while it waits
     */
    public record Status(
            MessageState state,
            Instant since,
            Optional<String> reasonCode,
            Optional<String> reason,
            int attempts,
            Optional<String> gateway,
            Instant tryAt) {}

    /** Where a page that ends with this message ends. */
    public LedgerCursor cursor() {
        return new LedgerCursor(window.dueAt(), id);
    }

    static LedgerEntry read(Row row) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                row.getLong("organization_id"),
                row.findLong("appointment_id"),
                row.getInt("occurrence"),
                row.getLong("rule_id"),
                row.getConstant("kind", MessageKind.ALERT),
                row.getConstant("channel", Channel.EMAIL),
                new To(
                        row.getConstant("recipient_kind", Audience.MEMBER),
                        row.getLong("recipient_id"),
                        row.findText("address")),
                row.findInstant("appointment_start"),
                new Window(row.getInstant("due_at"), row.getInstant("useful_until")),
                status(row),
                MessageFacts.read(row.getText("facts")),
                row.getInstant("created_at"));
    }

    private static Status status(Row row) throws SQLException {
        return new Status(
                row.getConstant("state", MessageState.UNKNOWN),
                row.getInstant("state_at"),
                row.findText("reason_code"),
                row.findText("reason"),
                row.getInt("attempts"),
                row.findText("gateway"),
                row.getInstant("try_at"));
    }

    /** Shows the id only: the rest is personal. */
    @Override
    public String toString() {
        return "LedgerEntry[" + id + "]";
    }
}
