package org.bookbell.bench;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.bookbell.dispatch.DispatchHouse;
import org.bookbell.it.database.Schema;
import org.bookbell.it.database.Vendor;
import org.bookbell.storage.TestDatabase;

/**
 * What dispatch itself costs: due messages are claimed, submitted to a gateway within this process that answers at once,
 * and recorded with their history, on the same MariaDB as two controls: db-scheduler, a well-made task queue, runs tasks that do nothing; and rows are
 * claimed and acknowledged by the hundred over one connection, which is what a database can do at all.
 */
final class Claims {

    private static final int A_ROUND = Integer.getInteger("bookbell.bench.claims", 20_000);
    private static final int A_CLAIM = 100;
    private static final int THREADS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String MESSAGE =
            "INSERT INTO message (id, organization_id, occurrence, rule_id, kind, channel,"
                    + " recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at, state, state_at, facts,"
                    + " revision, attempts, created_at) VALUES (?, ?, 0, 0, 'REMINDER', 'SMS', 'CLIENT', 1, ?, ?, ?, ?,"
                    + " ?, 'PLANNED', ?, '{}', 0, 0, ?)";
    private static final String TASKS = "CREATE TABLE scheduled_tasks (task_name VARCHAR(100) NOT NULL,"
            + " task_instance VARCHAR(100) NOT NULL, task_data BLOB, execution_time TIMESTAMP(6) NOT NULL,"
            + " picked BOOLEAN NOT NULL, picked_by VARCHAR(50), last_success TIMESTAMP(6) NULL,"
            + " last_failure TIMESTAMP(6) NULL, consecutive_failures INT, last_heartbeat TIMESTAMP(6) NULL,"
            + " version BIGINT NOT NULL, priority SMALLINT, PRIMARY KEY (task_name, task_instance),"
            + " INDEX execution_time_idx (execution_time), INDEX last_heartbeat_idx (last_heartbeat))";

    private final Table table;
    private final Clock clock;

    Claims(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    void measure() throws SQLException {
        var messages = Vendor.MARIADB.freshSchema();
        var tasks = Vendor.MARIADB.freshSchema();
        execute(tasks, TASKS);
        var pool = messages.pool(64);
        try (var house = new DispatchHouse(TestDatabase.on(pool))) {
            house.openGateway("main");
            var product = (IntSupplier) () -> dispatch(messages, house);
            warmUp(product, () -> scheduled(tasks), () -> raw(messages));
            var what = "messages claimed, submitted to a gateway in the process and recorded";
            table.throughput(
                    what + " / empty tasks of db-scheduler",
                    Turns.take(() -> rate(product), () -> rate(() -> scheduled(tasks))),
                    "≥ 200 %");
            table.throughput(
                    what + " / rows claimed and acknowledged by the hundred",
                    Turns.take(() -> rate(product), () -> rate(() -> raw(messages))),
                    "≥ 40 %");
        } finally {
            pool.dispose();
        }
    }

    private static void warmUp(IntSupplier... rounds) {
        for (var round : rounds) {
            rate(round);
        }
    }

    /** Rounds answer how long they took, in milliseconds. */
    private static Load.Result rate(IntSupplier round) {
        return new Load.Result(A_ROUND / (round.getAsInt() / 1e3), 0, 0, 0);
    }

    private int dispatch(Schema schema, DispatchHouse house) {
        plan(schema, LocalDateTime.of(2026, 11, 2, 8, 0));
        var dispatcher = house.dispatcher();
        var begun = System.nanoTime();
        for (var due = dispatcher.listDue(); !due.isEmpty(); due = dispatcher.listDue()) {
            dispatcher.send(due);
        }
        if (!dispatcher.awaitIdle(PATIENCE)) {
            throw new IllegalStateException("messages are still on their way");
        }
        var millis = millisSince(begun);
        require(schema, "ACCEPTED");
        execute(schema, "UPDATE message SET state = 'CANCELLED', try_at = '9999-01-01' WHERE state = 'ACCEPTED'");
        return millis;
    }

    private static void require(Schema schema, String state) {
        var there = count(schema, "SELECT COUNT(*) FROM message WHERE state = '" + state + "'");
        if (there != A_ROUND) {
            throw new IllegalStateException(A_ROUND + " messages must be " + state + " but " + there + " are");
        }
    }

    /** What the least claimer does with the same rows: one connection, one statement for a hundred. */
    private int raw(Schema schema) {
        plan(schema, LocalDateTime.of(2026, 11, 2, 8, 0));
        var begun = System.nanoTime();
        try (var database = schema.connect();
                var due = database.prepareStatement("SELECT id FROM message WHERE state = 'PLANNED' AND try_at <= ?"
                        + " ORDER BY try_at LIMIT " + A_CLAIM)) {
            database.setAutoCommit(false);
            var marks = "(" + String.join(",", Collections.nCopies(A_CLAIM, "?")) + ")";
            try (var claim = database.prepareStatement("UPDATE message SET state = 'CLAIMED', claim_fence = ?,"
                            + " claimed_until = UTC_TIMESTAMP(6) WHERE state = 'PLANNED' AND id IN " + marks);
                    var acknowledge = database.prepareStatement(
                            "UPDATE message SET state = 'ACCEPTED', try_at = '9999-01-01' WHERE claim_fence = ? AND id IN "
                                    + marks)) {
                for (var done = 0; done < A_ROUND; done += A_CLAIM) {
                    due.setObject(1, LocalDateTime.of(2026, 11, 2, 8, 0));
                    try (var rows = due.executeQuery()) {
                        for (var mark = 2; rows.next(); mark++) {
                            claim.setLong(mark, rows.getLong(1));
                            acknowledge.setLong(mark, rows.getLong(1));
                        }
                    }
                    claim.setLong(1, done);
                    acknowledge.setLong(1, done);
                    claim.executeUpdate();
                    database.commit();
                    acknowledge.executeUpdate();
                    database.commit();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var millis = millisSince(begun);
        require(schema, "ACCEPTED");
        execute(schema, "UPDATE message SET state = 'CANCELLED' WHERE state = 'ACCEPTED'");
        return millis;
    }

    private int scheduled(Schema schema) {
        schedule(schema);
        var done = new AtomicInteger();
        var task = Tasks.oneTime("bench").execute((instance, context) -> done.incrementAndGet());
        var pool = schema.pool(THREADS + 4);
        var scheduler = Scheduler.create(pool, task)
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(10))
                .build();
        var begun = System.nanoTime();
        scheduler.start();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> done.get() == A_ROUND && count(schema, "SELECT COUNT(*) FROM scheduled_tasks") == 0);
        var millis = millisSince(begun);
        scheduler.stop();
        pool.dispose();
        return millis;
    }

    private void schedule(Schema schema) {
        var due = Timestamp.from(clock.instant().minusSeconds(60));
        insert(
                schema,
                "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " VALUES ('bench', ?, ?, FALSE, 1)",
                n -> new Object[] {String.valueOf(n), due});
    }

    private static void plan(Schema schema, LocalDateTime due) {
        insert(schema, MESSAGE, n -> new Object[] {
            Stored.nextId(), 7, "+4915" + (112_000_000 + n), due.plusHours(8), due, due.plusHours(6), due, due, due
        });
    }

    private interface Values {
        Object[] of(int n);
    }

    private static void insert(Schema schema, String sql, Values values) {
        try (var database = schema.connect();
                var statement = database.prepareStatement(sql)) {
            database.setAutoCommit(false);
            for (var n = 0; n < A_ROUND; n++) {
                var row = values.of(n);
                for (var i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                if (n % 500 == 499) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
            database.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Schema schema, String sql) {
        try (var database = schema.connect();
                var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Schema schema, String question) {
        try (var database = schema.connect();
                var statement = database.prepareStatement(question);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int millisSince(long begun) {
        return (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
}
