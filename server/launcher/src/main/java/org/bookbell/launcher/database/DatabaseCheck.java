package org.bookbell.launcher.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import org.bookbell.launcher.console.Fault;

/**
 * Whether the database can be reached and keeps what Bookbell relies on: READ COMMITTED, times to the microsecond, and
 * tables that this version knows.
 */
public final class DatabaseCheck {

    private static final String EMBEDDED_CURE =
            "Stop whatever else has the file open; if the file is damaged, restore a backup (docs/install.md).";
    private static final String TIMES_CURE =
            "Use the MariaDB driver: write jdbc:mariadb:// in bookbell.db.url instead of jdbc:mysql://.";

    private final Database database;
    private final List<Fault> faults;

    private DatabaseCheck(Database database, List<Fault> faults) {
        this.database = database;
        this.faults = faults;
    }

    /** Looks before a start; the embedded one is opened once only: the server itself looks at the version of its tables. */
    public static void run(Database database, List<Fault> faults) throws IOException {
        if (!database.isEmbedded()) {
            look(database, faults);
        }
    }

    /** Looks while no server runs, changes nothing, and says what was found in a few words. */
    public static String look(Database database, List<Fault> faults) throws IOException {
        if (database.isEmbedded() && !database.exists()) {
            return database.shown() + ", made at the first start";
        }
        try (DriverJar driver = DriverJar.unpack(database)) {
            return look(database.forReading(), driver.loader(), faults);
        }
    }

    /** Looks with the driver that {@code loader} knows, and says what was found in a few words. */
    public static String look(Database database, ClassLoader loader, List<Fault> faults) {
        try (Connection connection = DriverJar.connect(database, loader)) {
            return database.shown() + ", " + new DatabaseCheck(database, faults).look(connection);
        } catch (SQLException e) {
            faults.add(new Fault(
                    "The database " + database.shown() + " cannot be used as " + database.user() + ": " + reason(e)
                            + ".",
                    database.isEmbedded() ? EMBEDDED_CURE : cure(e)));
            return database.shown();
        }
    }

    private String look(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            faults.add(new Fault(
                    "The database " + database.shown() + " does not offer the isolation READ COMMITTED.",
                    "Let the server or the proxy before it allow SET TRANSACTION ISOLATION LEVEL READ COMMITTED."));
        }
        if (!keepsMicroseconds(connection)) {
            faults.add(new Fault(
                    "The database " + database.shown() + " loses the fractions of seconds with this driver.",
                    TIMES_CURE));
        }
        if (!database.isEmbedded()) {
            lookAtBinaryLog(connection);
            lookAtGalera(connection);
        }
        return TableVersion.look(connection, faults);
    }

    private void lookAtGalera(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW VARIABLES LIKE 'wsrep_on'")) {
            if (rows.next() && "ON".equals(rows.getString(2)) && database.xa()) {
                faults.add(new Fault(
                        "The database " + database.shown() + " is a Galera cluster, which knows no XA transactions.",
                        "Set bookbell.db.xa=false."));
            }
        }
    }

    private static boolean keepsMicroseconds(Connection connection) throws SQLException {
        LocalDateTime written = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 123_456_000);
        try (PreparedStatement select = connection.prepareStatement("SELECT CAST(? AS DATETIME(6))")) {
            select.setObject(1, written);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() && written.equals(rows.getObject(1, LocalDateTime.class));
            }
        }
    }

    /** READ COMMITTED cannot be written to a binary log of statements. */
    private void lookAtBinaryLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT @@log_bin, @@binlog_format")) {
            if (rows.next() && rows.getBoolean(1) && "STATEMENT".equals(rows.getString(2))) {
                faults.add(new Fault(
                        "The database " + database.shown() + " has binlog_format=STATEMENT, which refuses writes at"
                                + " READ COMMITTED.",
                        "Set binlog_format=ROW (or MIXED) on the database server."));
            }
        }
    }

    private static String reason(SQLException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    private static String cure(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith("28")) {
            return "Set bookbell.db.user and bookbell.db.password (or bookbell.db.password-file) to an account that the"
                    + " database knows; docs/install.md shows how to make one.";
        }
        if (e.getErrorCode() == 1044 || e.getErrorCode() == 1049) {
            return "Create the database and grant it to that account; docs/install.md shows how.";
        }
        return "See whether the database server runs and bookbell.db.url names its host, port and database.";
    }
}
