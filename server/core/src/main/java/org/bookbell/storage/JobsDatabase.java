package org.bookbell.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;

/** Statements and short local transactions of jobs, on a pool of their own; never inside a use case's transaction. */
@Dependent
public class JobsDatabase {

    private final DataSource pool;

    @Inject
    public JobsDatabase(@JobsPool DataSource pool) {
        this.pool = pool;
    }

    /** Runs {@code work} in one transaction, again as a whole after a conflict, and commits unless it throws. */
    public <T> T inTransaction(Function<Sql, T> work) {
        return retried(() -> once(work));
    }

    /**
     * Runs one statement, or several queries that need not agree: each stands by itself, which spares the round trips of a
     * transaction. Repeated as a whole after a conflict.
     */
    public <T> T withoutTransaction(Function<Sql, T> work) {
        return retried(() -> {
            try (var connection = pool.getConnection()) {
                return work.apply(Sql.on(connection));
            }
        });
    }

    private static <T> T retried(Callable<T> work) {
        try {
            return Conflicts.retry(work);
        } catch (SQLException failure) {
            throw new SqlException(failure);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("work of a job failed", failure);
        }
    }

    private <T> T once(Function<Sql, T> work) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.apply(Sql.on(connection));
                commit(connection);
                return result;
            } catch (RuntimeException | Error | SQLException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    /** To return to a commit for each statement commits, and spares the round trip of a commit before it. */
    private static void commit(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }
}
