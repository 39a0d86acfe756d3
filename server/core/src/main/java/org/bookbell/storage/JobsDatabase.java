package org.bookbell.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Short local transactions of jobs, on a pool of their own; never inside a use case's transaction. */
@Dependent
public class JobsDatabase {

    private final DataSource pool;

    @Inject
    public JobsDatabase(@JobsPool DataSource pool) {
        this.pool = pool;
    }

    /** Runs {@code work} in one transaction, again as a whole after a conflict, and commits unless it throws. */
    public <T> T inTransaction(Function<Sql, T> work) {
        try {
            return Conflicts.retry(() -> once(work));
        } catch (SQLException failure) {
            throw new SqlException(failure);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("transaction of a job failed", failure);
        }
    }

    private <T> T once(Function<Sql, T> work) throws SQLException {
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.apply(Sql.on(connection));
                connection.commit();
                return result;
            } catch (RuntimeException | SQLException failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }
}
