package org.bookbell.message.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.message.MessageState;
import org.bookbell.storage.Sql;

/**
 * What an organization's ledger has ahead: messages that wait to be sent, those that are late among them, and messages that
 * will not be, by the time at which they are due. It belongs to the caller's transaction.
 */
@Dependent
public class Upcoming {

    private static final LedgerCursor BEGINNING = new LedgerCursor(Instant.EPOCH, 0);
    private static final Comparator<LedgerEntry> IN_ORDER =
            Comparator.comparing((LedgerEntry entry) -> entry.window().dueAt()).thenComparing(LedgerEntry::id);

    private final Sql sql;

    @Inject
    public Upcoming(Sql sql) {
        this.sql = sql;
    }

    /** The address of a text message that waits. */
    public record WaitingSms(long id, String number) {

        /** Shows the id only: the number is personal. */
        @Override
        public String toString() {
            return "WaitingSms[" + id + "]";
        }
    }

    /**
     * A page of what is due before {@code until}: what waits or is held, and what is not to be sent of the time from {@code now} on.
     *
     * @param after where the page before ended; empty for the first
     */
    public List<LedgerEntry> list(
            long organizationId, Instant now, Instant until, Optional<LedgerCursor> after, int limit) {
        var waiting = list(organizationId, MessageState.PLANNED, Instant.EPOCH, until, after, limit);
        var held = list(organizationId, MessageState.HELD, Instant.EPOCH, until, after, limit);
        var skipped = list(organizationId, MessageState.SKIPPED, now, until, after, limit);
        return Stream.of(waiting, held, skipped)
                .flatMap(List::stream)
                .sorted(IN_ORDER)
                .limit(limit)
                .toList();
    }

    /** How many messages in {@code state} are due from {@code from} until {@code until}. */
    public long count(long organizationId, MessageState state, Instant from, Instant until) {
        return sql.count(
                "SELECT COUNT(*) FROM message WHERE organization_id = ? AND state = ? AND due_at >= ? AND due_at < ?",
                organizationId,
                state,
                from,
                until);
    }

    /** The text messages that wait, what is due first before the rest. */
    public List<WaitingSms> listSms(long organizationId, Instant until, int limit) {
        return sql.list(
                "SELECT id, address FROM message WHERE organization_id = ? AND state = 'PLANNED' AND due_at < ?"
                        + " AND channel = 'SMS' ORDER BY due_at, id LIMIT " + limit,
                row -> new WaitingSms(row.getLong("id"), row.findText("address").orElse("")),
                organizationId,
                until);
    }

    private List<LedgerEntry> list(
            long organizationId,
            MessageState state,
            Instant from,
            Instant until,
            Optional<LedgerCursor> after,
            int limit) {
        var begin = after.orElse(BEGINNING);
        return sql.list(
                "SELECT " + LedgerEntry.COLUMNS + " FROM message m WHERE m.organization_id = ? AND m.state = ?"
                        + " AND m.due_at >= ? AND m.due_at < ? AND (m.due_at > ? OR (m.due_at = ? AND m.id > ?))"
                        + " ORDER BY m.due_at, m.id LIMIT " + limit,
                LedgerEntry::read,
                organizationId,
                state,
                from.isBefore(begin.dueAt()) ? begin.dueAt() : from,
                until,
                begin.dueAt(),
                begin.dueAt(),
                begin.id());
    }
}
