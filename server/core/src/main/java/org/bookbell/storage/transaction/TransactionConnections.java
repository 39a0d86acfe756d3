package org.bookbell.storage.transaction;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.bookbell.storage.Connections;

/**
 * The running transaction's connection, after what the entity manager holds back was written. Where none runs, a query
 * borrows a connection for itself: nothing is begun or committed for it. A change there is a bug and refused.
 */
public final class TransactionConnections implements Connections {

    private final EntityManager entities;
    private final BooleanSupplier transactionRuns;
    private final DataSource pool;

    public TransactionConnections(EntityManager entities, BooleanSupplier transactionRuns, DataSource pool) {
        this.entities = entities;
        this.transactionRuns = transactionRuns;
        this.pool = pool;
    }

    @Override
    public <T> T lend(boolean isChange, Work<T> work) throws SQLException {
        if (transactionRuns.getAsBoolean()) {
            entities.flush();
            return work.run(entities.unwrap(Connection.class));
        }
        if (isChange) {
            throw new IllegalStateException("SQL that changes rows needs the transaction of a use case");
        }
        try (var connection = pool.getConnection()) {
            return work.run(connection);
        }
    }
}
