package org.bookbell.message.ledger;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageState;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** Answers what was and will be told, and what became of it. */
@UseCase
public class Ledger {

    /** The longest page. */
    public static final int MOST_ENTRIES = 200;

    private static final String ENTRIES = "SELECT " + LedgerEntry.COLUMNS + " FROM message m WHERE ";

    private static final Row.Reader<MessageHistory.Event> EVENT = row -> new MessageHistory.Event(
            row.getConstant("state", MessageState.UNKNOWN),
            row.getInstant("happened_at"),
            row.findLong("attempt_id"),
            row.findText("detail"));

    private static final Row.Reader<MessageHistory.Attempt> ATTEMPT = row -> new MessageHistory.Attempt(
            row.getLong("id"),
            row.getInt("attempt_no"),
            row.getText("gateway"),
            row.getText("state"),
            row.getInstant("submitted_at"),
            row.findInstant("answered_at"),
            row.findText("provider_message_id"),
            row.findLong("segments"),
            row.findText("code"),
            row.findText("detail"));

    private static final Row.Reader<MessageHistory.Receipt> RECEIPT = row -> new MessageHistory.Receipt(
            row.getLong("attempt_id"),
            row.getText("gateway"),
            row.getText("state"),
            row.findInstant("occurred_at"),
            row.getInstant("received_at"),
            row.findText("code"),
            row.findText("network"));

    private static final LedgerCursor BEGINNING = new LedgerCursor(Instant.EPOCH, 0);

    private final Sql sql;

    @Inject
    public Ledger(Sql sql) {
        this.sql = sql;
    }

    /**
     * A page of an organization's messages, what is due last first.
     *
     * @param after where the page before ended; empty for the first
     * @param limit 1 to {@link #MOST_ENTRIES}
     */
    public List<LedgerEntry> list(long organizationId, LedgerFilter filter, Optional<LedgerCursor> after, int limit) {
        check(limit);
        var where = new Where(organizationId, filter, after);
        return sql.list(
                ENTRIES + where.text() + " ORDER BY m.due_at DESC, m.id DESC LIMIT " + limit,
                LedgerEntry::read,
                where.parameters());
    }

    /**
     * A page of an organization's planned messages, what is due next first.
     *
     * @param after where the page before ended; empty for the first
     * @param limit 1 to {@link #MOST_ENTRIES}
     */
    public List<LedgerEntry> listPlanned(long organizationId, Optional<LedgerCursor> after, int limit) {
        check(limit);
        var begin = after.orElse(BEGINNING);
        return sql.list(
                ENTRIES + "m.organization_id = ? AND m.state = ? AND (m.due_at > ? OR (m.due_at = ? AND m.id > ?))"
                        + " ORDER BY m.due_at, m.id LIMIT " + limit,
                LedgerEntry::read,
                organizationId,
                MessageState.PLANNED,
                begin.dueAt(),
                begin.dueAt(),
                begin.id());
    }

    /** All messages of an appointment, in the order in which they are due. */
    public List<LedgerEntry> listOf(long organizationId, long appointmentId) {
        return sql.list(
                ENTRIES + "m.organization_id = ? AND m.appointment_id = ? ORDER BY m.due_at, m.id",
                LedgerEntry::read,
                organizationId,
                appointmentId);
    }

    /** One message with its history. */
    public MessageHistory get(long organizationId, long id) {
        var entry = sql.find(ENTRIES + "m.organization_id = ? AND m.id = ?", LedgerEntry::read, organizationId, id)
                .orElseThrow(() -> ProblemException.notFound("message"));
        var events = sql.list(
                "SELECT state, happened_at, attempt_id, detail FROM message_event WHERE message_id = ? ORDER BY id",
                EVENT,
                id);
        var attempts = sql.list(
                "SELECT id, attempt_no, gateway, state, submitted_at, answered_at, provider_message_id, segments, code,"
                        + " detail FROM attempt WHERE message_id = ? ORDER BY attempt_no",
                ATTEMPT,
                id);
        var receipts = sql.list(
                "SELECT r.attempt_id, r.gateway, r.state, r.occurred_at, r.received_at, r.code, r.network FROM receipt r"
                        + " JOIN attempt a ON a.id = r.attempt_id WHERE a.message_id = ? ORDER BY r.received_at, r.id",
                RECEIPT,
                id);
        return new MessageHistory(entry, events, attempts, receipts);
    }

    /** How many messages are in each state; a state without any is not in it. */
    public Map<MessageState, Long> countByState(long organizationId) {
        var counts = new EnumMap<MessageState, Long>(MessageState.class);
        sql.list(
                "SELECT state, COUNT(*) AS messages FROM message WHERE organization_id = ? GROUP BY state",
                row -> counts.merge(row.getConstant("state", MessageState.UNKNOWN), row.getLong("messages"), Long::sum),
                organizationId);
        return counts;
    }

    private static void check(int limit) {
        if (limit < 1 || limit > MOST_ENTRIES) {
            throw new IllegalArgumentException("limit must be 1 to " + MOST_ENTRIES + " but was " + limit);
        }
    }

    /** The condition of a page. */
    private static final class Where {

        private final StringBuilder text = new StringBuilder("m.organization_id = ?");
        private final List<@Nullable Object> parameters = new ArrayList<>();

        Where(long organizationId, LedgerFilter filter, Optional<LedgerCursor> after) {
            parameters.add(organizationId);
            if (!filter.states().isEmpty()) {
                text.append(" AND m.state IN ").append(Sql.marks(filter.states().size()));
                parameters.addAll(filter.states());
            }
            filter.appointmentId().ifPresent(id -> and("m.appointment_id = ?", id));
            filter.clientId().ifPresent(id -> and("m.recipient_kind = ? AND m.recipient_id = ?", Audience.CLIENT, id));
            filter.channel().ifPresent(channel -> and("m.channel = ?", channel));
            after.ifPresent(
                    end -> and("(m.due_at < ? OR (m.due_at = ? AND m.id < ?))", end.dueAt(), end.dueAt(), end.id()));
        }

        private void and(String condition, Object... values) {
            text.append(" AND ").append(condition);
            parameters.addAll(List.of(values));
        }

        String text() {
            return text.toString();
        }

        @Nullable Object[] parameters() {
            return parameters.toArray();
        }
    }
}
