package org.bookbell.storage;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement failed; the message names state and code only, since a driver's words may quote personal data. */
public class SqlException extends RuntimeException {

    private static final int MYSQL_DUPLICATE = 1062;
    private static final String H2_DUPLICATE = "23505";

    public SqlException(SQLException cause) {
        super("SQL failed with state " + cause.getSQLState() + ", code " + cause.getErrorCode(), cause);
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
}
