package org.bookbell.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bookbell.it.database.Schema;

/** Rows that are written past the server: a full calendar. */
final class Stored {

    private static final AtomicLong IDS = new AtomicLong(1);
    private static final int BATCH = 1000;
    static final String BUSY =
            "INSERT INTO busy_time (calendar_id, starts_at, appointment_id, ends_at, held_until) VALUES (?, ?, ?, ?, NULL)";
    static final String APPOINTMENT = "INSERT INTO appointment (id, organization_id, service_id, staff_id, client_id,"
            + " status, starts_at, ends_at, gap_minutes, zone, note, source, occurrence, token_version, held_until,"
            + " ended_reason, created_at, changed_at, version) VALUES (?, ?, ?, ?, NULL, 'BOOKED', ?, ?, 0, 'UTC', NULL,"
            + " 'API', 0, 0, NULL, NULL, ?, ?, 0)";
    private final Schema schema;
    private final long organization;
    private final long service;

    Stored(Schema schema, long organization, long service) {
        this.schema = schema;
        this.organization = organization;
        this.service = service;
    }

    /** An id that no row of the server has. */
    static long nextId() {
        return IDS.getAndIncrement();
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

    /** Lets the database count anew, as it does by itself while a table grows over years and not within a minute. */
    void analyze() throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE busy_time, appointment, client, message");
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
        var id = nextId();
        bind(busy, calendar, start, id, start.plusMinutes(30));
        busy.addBatch();
        bind(appointment, id, organization, service, calendar, start, start.plusMinutes(30), start, start);
        appointment.addBatch();
    }

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
