package org.bookbell.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.util.function.Supplier;

/** What a use case's transaction works with. */
@Dependent
class TransactionResources {

    @Produces
    @PersistenceContext(unitName = "bookbell")
    EntityManager entityManager;

    @Produces
    Sql sql(EntityManager entities) {
        return Sql.within(connectionOf(entities));
    }

    static Supplier<Connection> connectionOf(EntityManager entities) {
        return () -> {
            entities.flush();
            var connection = entities.unwrap(Connection.class);
            if (connection == null) {
                throw new IllegalStateException("SQL needs the transaction of a use case");
            }
            return connection;
        };
    }
}
