package org.bookbell.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import org.bookbell.it.database.Schema;

/**
 * Copies of a planned reminder, written past the server, and what became of the last of them. They belong to no
 * appointment: what an appointment does not owe the server would take back.
 */
final class Reminders {

    private static final Duration USEFUL = Duration.ofHours(2);
    private static final String COPY =
            "INSERT INTO message (id, organization_id, appointment_id, occurrence, rule_id, kind,"
                    + " channel, recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at, state,"
                    + " state_at, facts, revision, attempts, created_at) SELECT ?, organization_id, NULL, occurrence,"
                    + " rule_id, kind, channel, recipient_kind, ?, address, appointment_start, ?, ?, ?, state, state_at, facts,"
                    + " revision, attempts, created_at FROM message WHERE id = ?";
    private static final String COPIES =
            " FROM message m JOIN attempt a ON a.message_id = m.id WHERE m.id BETWEEN ? AND ?";

    private final Schema schema;
    private long first;
    private long last;

    Reminders(Schema schema) {
        this.schema = schema;
    }

    /** The SMS reminder that waits for its time. */
    long planned() throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.prepareStatement(
                        "SELECT id FROM message WHERE kind = 'REMINDER' AND channel = 'SMS' AND state = 'PLANNED'");
                var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("no reminder was planned");
            }
            return rows.getLong(1);
        }
    }

    /** Plans {@code count} more, the n-th of them for the n-th moment. */
    void copy(long pattern, int count, IntFunction<Instant> due) throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.prepareStatement(COPY)) {
            connection.setAutoCommit(false);
            for (var n = 0; n < count; n++) {
                last = Stored.nextId();
                first = n == 0 ? last : first;
                var at = utc(due.apply(n));
                statement.setLong(1, last);
                statement.setLong(2, last);
                statement.setObject(3, at);
                statement.setObject(4, at.plus(USEFUL));
                statement.setObject(5, at);
                statement.setLong(6, pattern);
                statement.executeUpdate();
            }
            connection.commit();
        }
    }

    /** How many of the last copies were submitted. */
    long submitted() throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.prepareStatement("SELECT COUNT(*)" + COPIES)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Seconds from due to submitted, of each of the last copies. */
    double[] delays() throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.prepareStatement("SELECT m.due_at, a.submitted_at" + COPIES)) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (var rows = statement.executeQuery()) {
                var delays = DoubleStream.builder();
                while (rows.next()) {
                    var due = rows.getObject(1, LocalDateTime.class);
                    var submitted = rows.getObject(2, LocalDateTime.class);
                    delays.add(Duration.between(due, submitted).toNanos() / 1e9);
                }
                return delays.build().toArray();
            }
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
