package org.bookbell.it.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bookbell.storage.TestDatabase;
import org.bookbell.storage.start.Migrations;

/**
 * Schemas for one test after the other: making one takes a second on a real server, emptying one some milliseconds. What
 * a test did not give back nobody else gets.
 */
public final class ReusedSchemas implements TestDatabase.Elsewhere {

    private static final int CONNECTIONS = 64;
    private static final String HISTORY = "schema_history";

    private final Vendor vendor;
    private final Deque<Schema> idle = new ArrayDeque<>();
    private final Map<DataSource, Schema> used = new IdentityHashMap<>();
    private List<String> tables = List.of();

    private ReusedSchemas(Vendor vendor) {
        this.vendor = vendor;
    }

    /** None yet. */
    public static ReusedSchemas on(Vendor vendor) {
        vendor.server();
        return new ReusedSchemas(vendor);
    }

    @Override
    public synchronized DataSource open() {
        try {
            var schema = idle.isEmpty() ? made() : emptied(idle.pop());
            var pool = schema.pool(CONNECTIONS);
            used.put(pool, schema);
            return pool;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void takeBack(DataSource pool) {
        var schema = used.remove(pool);
        if (schema != null) {
            idle.push(schema);
        }
    }

    private Schema made() throws SQLException {
        var schema = vendor.freshSchema();
        var pool = schema.pool(2);
        Migrations.run(pool);
        pool.dispose();
        try (var connection = schema.connect()) {
            tables = tables(connection);
        }
        return schema;
    }

    private Schema emptied(Schema schema) throws SQLException {
        try (var connection = schema.connect();
                var statement = connection.createStatement()) {
            statement.execute(heedForeignKeys(false));
            for (var table : tables(connection)) {
                if (!tables.contains(table)) {
                    statement.execute("DROP TABLE " + table);
                }
            }
            connection.setAutoCommit(false);
            for (var table : filled(statement)) {
                statement.execute("DELETE FROM " + table);
            }
            connection.commit();
            statement.execute(heedForeignKeys(true));
        }
        return schema;
    }

    private String heedForeignKeys(boolean heed) {
        return vendor == Vendor.H2 ? "SET REFERENTIAL_INTEGRITY " + heed : "SET FOREIGN_KEY_CHECKS = " + heed;
    }

    private List<String> filled(Statement statement) throws SQLException {
        var question = tables.stream()
                .map(table -> "SELECT '" + table + "' FROM DUAL WHERE EXISTS (SELECT 1 FROM " + table + ")")
                .collect(Collectors.joining(" UNION ALL "));
        return texts(statement, question);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            return texts(
                    statement,
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = SCHEMA() AND LOWER(table_name) <> '"
                            + HISTORY + "'");
        }
    }

    private static List<String> texts(Statement statement, String question) throws SQLException {
        var texts = new ArrayList<String>();
        try (var result = statement.executeQuery(question)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }
}
