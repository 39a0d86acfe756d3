package org.bookbell.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The transaction of a booking in plain JDBC: it reads and writes the same rows as the server by the same number of
 * statements, so that what differs is the server around them.
 */
final class PlainBooking {

    private static final int MINUTES = 30;
    private static final int LONGEST_HOURS = 24;
    /** A confirmation and its copy for staff, two reminders for the client and one for staff. */
    private static final int MESSAGES = 5;

    private static final String FACTS = "x".repeat(900);

    private static final String VERSIONS = "SELECT o.version, s.version, SUM(st.version), SUM(c.version) FROM service s"
            + " JOIN organization o ON o.id = s.organization_id LEFT JOIN service_staff ss ON ss.service_id = s.id"
            + " LEFT JOIN staff st ON st.id = ss.staff_id LEFT JOIN calendar c ON c.id = ss.staff_id"
            + " WHERE s.id = ? AND s.organization_id = ? GROUP BY o.version, s.version";
    private static final String BLOCKS =
            "SELECT * FROM time_block WHERE calendar_id = ? AND starts_at > ?" + " AND starts_at < ? AND ends_at > ?";
    private static final String OVERLAP = "SELECT appointment_id FROM busy_time WHERE calendar_id = ? AND starts_at > ?"
            + " AND starts_at < ? AND ends_at > ? FOR UPDATE";
    private static final String OPT_OUT =
            "SELECT address FROM opt_out WHERE channel = 'EMAIL'" + " AND organization_id IN (0, ?) AND address = ?";
    private static final String CHOICES = "SELECT * FROM contact_choice WHERE organization_id = ?"
            + " AND recipient_kind IN ('CLIENT', 'STAFF') AND recipient_id = ?";
    private static final String MESSAGE =
            "INSERT INTO message (id, organization_id, appointment_id, occurrence, rule_id, kind,"
                    + " channel, recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at,"
                    + " state, state_at, facts, revision, attempts, created_at) VALUES ";
    private static final String MESSAGE_VALUES =
            "(?, ?, ?, 0, ?, 'REMINDER', 'EMAIL', 'CLIENT', 1, 'a@example.org', ?, ?, ?, ?, 'CANCELLED', ?, ?, 0, 0, ?)";
    private static final String EVENT = "INSERT INTO message_event (id, message_id, state, happened_at) VALUES ";
    private static final String EVENT_VALUES = "(?, ?, 'PLANNED', ?)";
    private static final String AUDIT = "INSERT INTO audit (id, organization_id, actor_kind, actor_id, action,"
            + " object_type, object_id, detail, happened_at)"
            + " VALUES (?, ?, 'TOKEN', 1, 'appointment.booked', 'appointment', ?, '', ?)";

    private final long organization;
    private final long service;

    PlainBooking(long organization, long service) {
        this.organization = organization;
        this.service = service;
    }

    /** Books half an hour for whoever has {@code email}. */
    void book(Connection connection, long calendar, LocalDateTime start, String email) throws SQLException {
        readWhatItRestsOn(connection, calendar, start, email);
        var appointment = take(connection, calendar, start);
        read(connection, "SELECT * FROM reminder_rule WHERE organization_id = ? ORDER BY id", organization);
        read(connection, OPT_OUT, organization, email);
        read(connection, CHOICES, organization, calendar);
        plan(connection, appointment, start);
        connection.commit();
    }

    private void readWhatItRestsOn(Connection connection, long calendar, LocalDateTime start, String email)
            throws SQLException {
        read(connection, "SELECT * FROM organization WHERE id = ?", organization);
        read(connection, "SELECT * FROM client WHERE organization_id = ? AND email = ?", organization, email);
        read(connection, "SELECT * FROM service WHERE id = ?", service);
        read(connection, "SELECT staff_id FROM service_staff WHERE service_id = ?", service);
        read(connection, VERSIONS, service, organization);
        read(connection, BLOCKS, calendar, start.minusYears(1), start.plusMinutes(MINUTES), start);
        read(connection, "SELECT * FROM staff WHERE id = ?", calendar);
    }

    private long take(Connection connection, long calendar, LocalDateTime start) throws SQLException {
        var id = Stored.nextId();
        var end = start.plusMinutes(MINUTES);
        change(connection, "UPDATE calendar SET version = version + 1 WHERE id = ?", calendar);
        if (read(connection, OVERLAP, calendar, start.minusHours(LONGEST_HOURS), end, start) > 0) {
            throw new IllegalStateException("the control books a taken time");
        }
        change(connection, Stored.BUSY, calendar, start, id, end);
        change(connection, Stored.APPOINTMENT, id, organization, service, calendar, start, end, start, start);
        change(connection, AUDIT, Stored.nextId(), organization, id, start);
        return id;
    }

    private void plan(Connection connection, long appointment, LocalDateTime start) throws SQLException {
        var messages = Stream.generate(Stored::nextId).limit(MESSAGES).toList();
        changeAll(connection, MESSAGE, MESSAGE_VALUES, i -> new Object[] {
            messages.get(i),
            organization,
            appointment,
            i,
            start,
            start,
            start.plusMinutes(MINUTES),
            start,
            start,
            FACTS,
            start
        });
        changeAll(connection, EVENT, EVENT_VALUES, i -> new Object[] {Stored.nextId(), messages.get(i), start});
    }

    private static int read(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var count = 0;
                while (rows.next()) {
                    count++;
                }
                return count;
            }
        }
    }

    private interface Values {
        Object[] of(int row);
    }

    private static void changeAll(Connection connection, String insert, String row, Values values) throws SQLException {
        var sql = insert + String.join(", ", Collections.nCopies(MESSAGES, row));
        change(
                connection,
                sql,
                IntStream.range(0, MESSAGES)
                        .mapToObj(values::of)
                        .flatMap(Arrays::stream)
                        .toArray());
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
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
