package org.bookbell.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.bookbell.audit.Audit;
import org.bookbell.storage.start.Migrations;
import org.bookbell.storage.transaction.TransactionConnections;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * A database with the real migrations, and what a use case gets injected, without a container: each test class makes
 * its own. Transactions belong to the thread, so that races can be run.
 */
public final class TestDatabase implements AutoCloseable {

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.WARNING);
        InstantConverter.readDatesAsText();
    }

    /** Where else than on H2 in memory databases come from. */
    public interface Elsewhere {

        /** A pool of a database with the migrations and nothing else. */
        DataSource open();

        /** Takes the database back; {@code pool} is closed. */
        void takeBack(DataSource pool);
    }

    private static @Nullable Elsewhere elsewhere;

    private final DataSource pool;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final MovableClock clock = MovableClock.at("2026-11-02T08:00:00Z");
    private final Ids ids = Ids.of(1, clock);
    private final EntityManager entityManager;
    private final Sql sql;

    private TestDatabase(DataSource pool) {
        this.pool = pool;
        factory = Persistence.createEntityManagerFactory(
                "bookbell",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", pool,
                        "eclipselink.logging.level", "WARNING"));
        entityManager = ofThread();
        sql = new Sql(new TransactionConnections(entityManager, () -> current.get() != null, pool));
    }

    /** Lets {@link #h2()} take its databases from there, so that the same tests run on another kind; null ends that. */
    public static void take(@Nullable Elsewhere elsewhere) {
        TestDatabase.elsewhere = elsewhere;
    }

    /** A fresh H2 in memory, at READ COMMITTED. */
    public static TestDatabase h2() {
        if (elsewhere != null) {
            return new TestDatabase(elsewhere.open());
        }
        var pool = memory();
        execute(pool, Migrated.STATEMENTS);
        return new TestDatabase(pool);
    }

    private static JdbcConnectionPool memory() {
        var pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(64);
        return pool;
    }

    /** What the migrations make of an H2, as statements: they take a fraction of the migrations' time. */
    private static final class Migrated {

        static final List<String> STATEMENTS = script();

        private static List<String> script() {
            var pool = memory();
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                Migrations.run(pool);
                var statements = new ArrayList<String>();
                try (var lines = statement.executeQuery("SCRIPT NOPASSWORDS NOSETTINGS")) {
                    while (lines.next()) {
                        statements.add(lines.getString(1));
                    }
                }
                return List.copyOf(statements);
            } catch (SQLException failure) {
                throw new SqlException(failure);
            } finally {
                pool.dispose();
            }
        }
    }

    private static void execute(DataSource pool, List<String> statements) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.addBatch(each);
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new SqlException(failure);
        }
    }

    /** An empty database behind {@code pool}, whose connections are at READ COMMITTED. */
    public static TestDatabase on(DataSource pool) {
        try {
            Migrations.run(pool);
        } catch (SQLException failure) {
            throw new SqlException(failure);
        }
        return new TestDatabase(pool);
    }

    public EntityManager entityManager() {
        return entityManager;
    }

    public Sql sql() {
        return sql;
    }

    public MovableClock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public Audit audit() {
        return new Audit(sql, ids, clock);
    }

    public DataSource jobs() {
        return pool;
    }

    public JobsDatabase jobsDatabase() {
        return new JobsDatabase(pool);
    }

    public Dialect dialect() {
        try (var connection = pool.getConnection()) {
            return Dialect.of(connection);
        } catch (SQLException failure) {
            throw new SqlException(failure);
        }
    }

    /** Runs {@code work} as a use case would run: one transaction, repeated after a conflict. */
    public <T> T inTransaction(Callable<T> work) {
        if (current.get() != null) {
            return call(work);
        }
        return call(() -> Conflicts.retry(() -> once(work)));
    }

    public void inTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    private <T> T once(Callable<T> work) throws Exception {
        try (var entities = factory.createEntityManager()) {
            current.set(entities);
            entities.getTransaction().begin();
            entities.unwrap(Connection.class);
            try {
                var result = work.call();
                entities.getTransaction().commit();
                return result;
            } finally {
                current.remove();
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private EntityManager ofThread() {
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    var entities = current.get();
                    if (entities == null) {
                        throw new IllegalStateException("no transaction in this thread");
                    }
                    try {
                        return method.invoke(entities, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Override
    public void close() {
        factory.close();
        if (pool instanceof JdbcConnectionPool h2) {
            h2.dispose();
        }
        if (elsewhere != null) {
            elsewhere.takeBack(pool);
        }
    }
}
