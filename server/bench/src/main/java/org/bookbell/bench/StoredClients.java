package org.bookbell.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bookbell.it.database.Schema;

/** Clients who are written past the server: whose the appointments are that {@link Stored} leaves to nobody. */
final class StoredClients {

    private static final String CLIENT = "INSERT INTO client (id, organization_id, name, email, mobile, phone, locale,"
            + " zone, note, search_text, created_at, version) VALUES (?, ?, ?, ?, ?, NULL, 'en', 'UTC', NULL, ?, ?, 0)";
    private static final String TAKE =
            "UPDATE appointment SET client_id = ? + MOD(id, ?), note = 'First visit, by bike'"
                    + " WHERE organization_id = ?";
    /** A message may have the id of its appointment: they are different tables. */
    private static final String REMINDER =
            "INSERT INTO message (id, organization_id, appointment_id, occurrence, rule_id, kind, channel, recipient_kind,"
                    + " recipient_id, address, appointment_start, due_at, useful_until, try_at, state, state_at, facts,"
                    + " revision, attempts, created_at) SELECT id, organization_id, id, 0, 1, 'REMINDER', 'SMS', 'CLIENT',"
                    + " client_id, '+12125550123', starts_at, created_at, starts_at, created_at, 'DELIVERED', created_at,"
                    + " '{}', 0, 1, created_at FROM appointment WHERE organization_id = ?";

    private static final String NO_RULES = "UPDATE reminder_rule SET active = FALSE WHERE organization_id = ?";

    private final Schema schema;
    private final long organization;

    StoredClients(Schema schema, long organization) {
        this.schema = schema;
        this.organization = organization;
    }

    /** Gives each of so many new clients an equal part of the organization's appointments. */
    void takeAll(int clients) throws SQLException {
        try (var connection = schema.connect()) {
            var first = add(connection, clients);
            change(connection, TAKE, first, clients, organization);
        }
    }

    /** Lets each appointment have had its reminder, and be owed no other one, which the server would add meanwhile. */
    void remindOfAll() throws SQLException {
        try (var connection = schema.connect()) {
            change(connection, NO_RULES, organization);
            change(connection, REMINDER, organization);
        }
    }

    /** Answers the first of ids that follow each other. */
    private long add(Connection connection, int clients) throws SQLException {
        var first = Stored.nextId();
        var now = LocalDateTime.now(ZoneOffset.UTC);
        try (var statement = connection.prepareStatement(CLIENT)) {
            for (var n = 0; n < clients; n++) {
                var id = n == 0 ? first : Stored.nextId();
                var name = "Client Number " + n;
                var email = "client" + n + "@example.org";
                var mobile = "+1212555" + (1000 + n);
                Stored.bind(statement, id, organization, name, email, mobile, name + " " + email, now);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return first;
    }

    private static void change(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Stored.bind(statement, values);
            statement.executeUpdate();
        }
    }
}
