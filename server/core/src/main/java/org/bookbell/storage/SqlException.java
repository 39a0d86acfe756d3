package org.bookbell.storage;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement failed. The message names state, code and the statement's beginning, which holds marks and no values; it does
 * not repeat the driver's words, since those may quote personal data.
 */
public class SqlException extends RuntimeException {

    private static final int MYSQL_DUPLICATE = 1062;
    private static final String H2_DUPLICATE = "23505";

    /**
     * MySQL and MariaDB: 1290 started with or set to read-only, 1836 read-only mode, 1792 read-only transaction, 1021 disk
     * full, 1114 table full. H2: 90097 opened for reading only.
     */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836, 1792, 1021, 1114, 90097);

    private static final Set<String> ABOUT_THE_STATEMENT = Set.of("21", "22", "23", "42");
    private static final int MOST_SHOWN = 120;

    public SqlException(SQLException cause) {
        super("SQL failed with state " + cause.getSQLState() + ", code " + cause.getErrorCode(), cause);
    }

    SqlException(SQLException cause, String statement) {
        super(
                "SQL failed with state " + cause.getSQLState() + ", code " + cause.getErrorCode() + " in "
                        + statement.substring(0, Math.min(MOST_SHOWN, statement.length())),
                cause);
    }

    /** Whether {@code failure} means that a row with the same unique key exists. */
    public static boolean isDuplicate(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getErrorCode() == MYSQL_DUPLICATE || H2_DUPLICATE.equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code failure} means that the database answers, and takes no changes. */
    public static boolean isReadOnly(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && READ_ONLY.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether {@code failure} says nothing about the statement: the database is gone, stops, or takes no changes for now.
     * What it does say something about is of one of SQLState's classes 21 to 23 and 42 (data, constraints, syntax).
     */
    public static boolean isOutage(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null
                        || ABOUT_THE_STATEMENT.stream().noneMatch(sql.getSQLState()::startsWith);
            }
        }
        return false;
    }
}
