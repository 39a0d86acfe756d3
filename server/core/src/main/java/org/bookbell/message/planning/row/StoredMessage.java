package org.bookbell.message.planning.row;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.timing.Window;
import org.bookbell.storage.Row;

/** A row of the ledger as planning needs it; what cannot be read is no row that planning knows of, and is left alone. */
public record StoredMessage(
        long id,
        long appointmentId,
        int occurrence,
        MessageKey key,
        Window window,
        MessageState state,
        Optional<String> reasonCode,
        int attempts,
        Instant createdAt,
        String facts) {

    static final String COLUMNS =
            "id, appointment_id, occurrence, rule_id, kind, channel, recipient_kind, recipient_id,"
                    + " due_at, useful_until, state, reason_code, attempts, created_at, facts";

    static StoredMessage read(Row row) throws SQLException {
        return new StoredMessage(
                row.getLong("id"),
                row.getLong("appointment_id"),
                row.getInt("occurrence"),
                new MessageKey(
                        row.getLong("rule_id"),
                        row.getConstant("kind", MessageKind.ALERT),
                        row.getConstant("channel", Channel.EMAIL),
                        row.getConstant("recipient_kind", Audience.MEMBER),
                        row.getLong("recipient_id")),
                new Window(row.getInstant("due_at"), row.getInstant("useful_until")),
                row.getConstant("state", MessageState.UNKNOWN),
                row.findText("reason_code"),
                row.getInt("attempts"),
                row.getInstant("created_at"),
                row.getText("facts"));
    }

    public boolean isReminder() {
        return key.kind() == MessageKind.REMINDER;
    }

    /** Whether it went out, or may have. */
    boolean wasTried() {
        return attempts > 0 || (state.rank() >= MessageState.SUBMITTING.rank() && !isClosedUntried());
    }

    private boolean isClosedUntried() {
        return state == MessageState.SKIPPED || state == MessageState.TOO_LATE || state == MessageState.CANCELLED;
    }

    boolean wasSkippedFor(Predicate<SkipReason> cause) {
        return state == MessageState.SKIPPED
                && reasonCode.flatMap(SkipReason::find).filter(cause).isPresent();
    }

    /** Shows the id only: the rest is personal. */
    @Override
    public String toString() {
        return "StoredMessage[" + id + "]";
    }
}
