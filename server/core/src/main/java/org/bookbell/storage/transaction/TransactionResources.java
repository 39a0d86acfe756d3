package org.bookbell.storage.transaction;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.bookbell.storage.Sql;
import org.bookbell.storage.start.ServerResources;

/** What a use case's transaction works with. */
@Dependent
class TransactionResources {

    @Produces
    @PersistenceContext(unitName = "bookbell")
    EntityManager entityManager;

    @Produces
    Sql sql(EntityManager entities) {
        TransactionSynchronizationRegistry transactions =
                ServerResources.get("java:comp/TransactionSynchronizationRegistry");
        DataSource pool = ServerResources.get("jdbc/bookbell");
        return new Sql(new TransactionConnections(
                entities, () -> transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION, pool));
    }
}
