package org.bookbell.storage.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.bookbell.storage.Sql;

/** Refuses a database on which Bookbell's promises would not hold, and says what to change. */
public final class StorageCheck {

    private static final Instant MICROSECOND = Instant.parse("2026-03-08T02:30:00.123457Z");

    private StorageCheck() {}

    /** What is wrong with {@code database}, with the cure; empty if nothing is. */
    public static List<String> findFaults(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            var faults = new ArrayList<String>();
            if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
                faults.add("The connection pool does not run at READ COMMITTED, under which alone no slot is booked"
                        + " twice. Set the pool's transaction isolation to read-committed.");
            }
            if (!keepsMicroseconds(connection)) {
                faults.add(
                        "The database driver loses microseconds (Connector/J does on MariaDB 10). Use a bookbell.db.url"
                                + " that begins with jdbc:mariadb:, or MariaDB 11 or newer.");
            }
            return List.copyOf(faults);
        }
    }

    private static boolean keepsMicroseconds(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var sql = Sql.on(connection);
            sql.update("DELETE FROM lease WHERE name = 'microsecond'");
            sql.update(
                    "INSERT INTO lease (name, node_id, fence, expires_at) VALUES ('microsecond', 0, 0, ?)",
                    MICROSECOND);
            return sql.find(
                            "SELECT expires_at FROM lease WHERE name = 'microsecond'",
                            row -> row.getInstant("expires_at"))
                    .filter(MICROSECOND::equals)
                    .isPresent();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
