package org.bookbell.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bookbell.it.database.Schema;

/** Rows that are written past the server: a full calendar, and the same guarded booking in plain JDBC as a control. */
final class Stored {

    private static final AtomicLong IDS = new AtomicLong(1);
    private static final int BATCH = 1000;
    private static final String BUSY =
            "INSERT INTO busy_time (calendar_id, starts_at, appointment_id, ends_at, held_until) VALUES (?, ?, ?, ?, NULL)";
    private static final String APPOINTMENT =
            "INSERT INTO appointment (id, organization_id, service_id, staff_id, client_id,"
                    + " status, starts_at, ends_at, gap_minutes, zone, note, source, occurrence, token_version, held_until,"
                    + " ended_reason, created_at, changed_at, version) VALUES (?, ?, ?, ?, NULL, 'BOOKED', ?, ?, 0, 'UTC', NULL,"
                    + " 'API', 0, 0, NULL, NULL, ?, ?, 0)";
    private static final String MESSAGE =
            "INSERT INTO message (id, organization_id, appointment_id, occurrence, rule_id, kind,"
                    + " channel, recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at, state,"
                    + " state_at, facts, revision, attempts, created_at) VALUES (?, ?, ?, 0, ?, 'REMINDER', 'EMAIL', 'CLIENT', 1,"
                    + " 'a@example.org', ?, ?, ?, ?, 'CANCELLED', ?, ?, 0, 0, ?)";
    private static final String FACTS = "x".repeat(900);

    private final Schema schema;
    private final long organization;
    private final long service;

    Stored(Schema schema, long organization, long service) {
        this.schema = schema;
        this.organization = organization;
        this.service = service;
    }

    /** Books half an hour at each of the starts, for each of the calendars. */
    void fill(List<Long> calendars, Stream<LocalDateTime> starts) throws SQLException {
        try (var connection = schema.connect();
                var busy = connection.prepareStatement(BUSY);
                var appointment = connection.prepareStatement(APPOINTMENT)) {
            connection.setAutoCommit(false);
            var waiting = 0;
            for (var start : (Iterable<LocalDateTime>) starts::iterator) {
                for (var calendar : calendars) {
                    add(busy, appointment, calendar, start);
                }
                waiting += calendars.size();
                if (waiting >= BATCH) {
                    busy.executeBatch();
                    appointment.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            busy.executeBatch();
            appointment.executeBatch();
            connection.commit();
        }
    }

    /** How many appointments there are. */
    long count() throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.prepareStatement("SELECT COUNT(*) FROM appointment");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void add(PreparedStatement busy, PreparedStatement appointment, long calendar, LocalDateTime start)
            throws SQLException {
        var id = IDS.getAndIncrement();
        bind(busy, calendar, start, id, start.plusMinutes(30));
        busy.addBatch();
        bind(appointment, id, organization, service, calendar, start, start.plusMinutes(30), start, start);
        appointment.addBatch();
    }

    /** One booking as the server must do it: lock the calendar, look, insert, plan two messages, commit. */
    void book(Connection connection, long calendar, LocalDateTime start) throws SQLException {
        var id = IDS.getAndIncrement();
        var end = start.plusMinutes(30);
        run(connection, "UPDATE calendar SET version = version + 1 WHERE id = ?", calendar);
        try (var overlap = connection.prepareStatement("SELECT appointment_id FROM busy_time WHERE calendar_id = ?"
                + " AND starts_at > ? AND starts_at < ? AND ends_at > ? FOR UPDATE")) {
            bind(overlap, calendar, start.minusHours(24), end, start);
            try (var rows = overlap.executeQuery()) {
                if (rows.next()) {
                    throw new IllegalStateException("the control books a taken time");
                }
            }
        }
        run(connection, BUSY, calendar, start, id, end);
        run(connection, APPOINTMENT, id, organization, service, calendar, start, end, start, start);
        for (var rule = 1L; rule <= 2; rule++) {
            run(
                    connection,
                    MESSAGE,
                    IDS.getAndIncrement(),
                    organization,
                    id,
                    rule,
                    start,
                    start,
                    end,
                    start,
                    start,
                    FACTS,
                    start);
        }
        connection.commit();
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
