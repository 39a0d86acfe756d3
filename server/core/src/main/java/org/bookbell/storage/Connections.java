package org.bookbell.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** Where statements find their connection. */
public interface Connections {

    /**
     * Runs one statement's work.
     *
     * @param isChange whether the statement changes rows
     */
    <T> T lend(boolean isChange, Work<T> work) throws SQLException;

    /** What is done with the connection, which the work does not close. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }
}
