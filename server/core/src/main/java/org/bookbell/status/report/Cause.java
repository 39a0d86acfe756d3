package org.bookbell.status.report;

import java.time.Instant;
import java.util.Optional;
import org.bookbell.status.Incident;
import org.bookbell.storage.Sql;

/**
 * The incident that a reported problem belongs to.
 *
 * @param gateway empty where it is about none
 * @param closedAt when it was over; empty while it lasts
 */
public record Cause(
        long incidentId, Incident.Kind kind, String gateway, Instant knownSince, Optional<Instant> closedAt) {

    /** A message's last attempt was submitted while its gateway failed over its destination. */
    private static final String OF_GATEWAY = "SELECT i.id FROM message m JOIN attempt a ON a.message_id = m.id"
            + " AND a.attempt_no = m.attempts JOIN incident i ON i.gateway = a.gateway AND i.closed_at IS NULL"
            + " AND i.kind IN ('FAIL_OVER', 'REFUSES') AND i.suspect_from <= a.submitted_at"
            + " AND (i.destination = '' OR i.destination = a.destination)"
            + " WHERE m.id = ? ORDER BY i.kind, i.id LIMIT 1";
    /** A message waits that should have been sent. */
    private static final String OF_SENDING = "SELECT i.id FROM message m JOIN incident i ON i.closed_at IS NULL"
            + " AND (i.kind = 'SENDING' OR (i.kind = 'EMAIL' AND m.channel = 'EMAIL'))"
            + " WHERE m.id = ? AND m.state = 'PLANNED' AND m.due_at <= ? ORDER BY i.kind, i.id LIMIT 1";

    /** The incident that lasts and explains what became of a message. */
    static Optional<Long> find(Sql sql, long messageId, Instant now) {
        return sql.find(OF_GATEWAY, row -> row.getLong("id"), messageId)
                .or(() -> sql.find(OF_SENDING, row -> row.getLong("id"), messageId, now));
    }

    public boolean isOver() {
        return closedAt.isPresent();
    }
}
