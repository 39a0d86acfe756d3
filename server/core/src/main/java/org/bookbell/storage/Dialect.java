package org.bookbell.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that Bookbell runs on, and where their SQL differs. */
public enum Dialect {
    H2("CAST(CURRENT_TIMESTAMP(6) AT TIME ZONE 'UTC' AS TIMESTAMP(6))", "", "VARCHAR(1000000)", "", "ALTER COLUMN"),
    MARIADB("UTC_TIMESTAMP(6)", Text.INNODB, "MEDIUMTEXT", "STORED", "MODIFY COLUMN"),
    MYSQL("UTC_TIMESTAMP(6)", Text.INNODB, "MEDIUMTEXT", "STORED", "MODIFY COLUMN");

    private final String now;
    private final String tableOptions;
    private final String longText;
    private final String stored;
    private final String modify;

    Dialect(String now, String tableOptions, String longText, String stored, String modify) {
        this.now = now;
        this.tableOptions = tableOptions;
        this.longText = longText;
        this.stored = stored;
        this.modify = modify;
    }

    /** The dialect of the database behind {@code connection}. */
    public static Dialect of(Connection connection) throws SQLException {
        var data = connection.getMetaData();
        var product = (data.getDatabaseProductName() + " " + data.getDatabaseProductVersion()).toLowerCase(Locale.ROOT);
        if (product.contains("h2")) {
            return H2;
        }
        if (product.contains("mariadb")) {
            return MARIADB;
        }
        if (product.contains("mysql")) {
            return MYSQL;
        }
        throw new IllegalStateException(
                "database must be H2, MariaDB or MySQL but was " + data.getDatabaseProductName());
    }

    /** The database's time in UTC with microseconds, as an expression; on H2 it stands still within a transaction. */
    public String now() {
        return now;
    }

    public String tableOptions() {
        return tableOptions;
    }

    public String longText() {
        return longText;
    }

    /** What follows a generated column that is kept with its row. */
    public String stored() {
        return stored;
    }

    /** What precedes a column and its whole new definition. */
    public String modify() {
        return modify;
    }

    private static final class Text {
        /** Binary collation, so that comparisons answer alike on every database. */
        static final String INNODB = "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";
    }
}
