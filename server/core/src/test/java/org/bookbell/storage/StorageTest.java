package org.bookbell.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bookbell.audit.Actor;
import org.bookbell.storage.start.Migrations;
import org.bookbell.storage.start.NodeRegistration;
import org.bookbell.storage.start.StorageCheck;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorageTest {

    private static final Instant IN_THE_GAP_OF_NEW_YORK = Instant.parse("2026-03-08T02:30:00.123457Z");

    private final TestDatabase database = TestDatabase.h2();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void close() {
        TimeZone.setDefault(zone);
        database.close();
    }

    @Test
    void an_embedded_database_passes_the_start_up_check() throws SQLException {
        assertThat(StorageCheck.findFaults(database.jobs())).isEmpty();
    }

    @Test
    void tables_that_a_newer_version_made_are_refused_with_the_cure() throws SQLException {
        change("INSERT INTO `schema_history` (`installed_rank`, `version`, `description`, `type`, `script`,"
                + " `installed_by`, `execution_time`, `success`)"
                + " VALUES (4711, '4711', 'later', 'SQL', 'V4711__later.sql', 'sa', 1, TRUE)");

        try {
            assertThatThrownBy(() -> Migrations.run(database.jobs()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("version 4711", "Use that newer Bookbell, or restore the backup");
        } finally {
            change("DELETE FROM `schema_history` WHERE `installed_rank` = 4711");
        }
    }

    /** In Flyway's table the case of names counts, so they are quoted as the database quotes. */
    private void change(String sql) throws SQLException {
        try (var connection = database.jobs().getConnection()) {
            var quote = connection.getMetaData().getIdentifierQuoteString();
            Sql.on(connection).update(sql.replace("`", quote));
        }
    }

    @Test
    void an_instant_survives_a_default_zone_that_skips_its_local_time() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

        database.inTransaction(() -> database.sql()
                .update(
                        "INSERT INTO lease (name, node_id, fence, expires_at) VALUES ('x', 0, 0, ?)",
                        IN_THE_GAP_OF_NEW_YORK));
        var read = database.inTransaction(
                () -> database.sql().find("SELECT expires_at FROM lease", row -> row.getInstant("expires_at")));

        assertThat(read).contains(IN_THE_GAP_OF_NEW_YORK);
    }

    @Test
    void a_transaction_that_throws_leaves_nothing_behind() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    database.audit().record(Actor.system(), 0, "test.done", "test", 1, "");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(database.inTransaction(() -> database.sql().count("SELECT COUNT(*) FROM audit")))
                .isZero();
    }

    @Test
    void many_rows_are_added_by_few_statements_and_none_is_lost() {
        var rows = IntStream.range(0, 301)
                .mapToObj(n -> new @Nullable Object[] {"lease " + n, n, 7L, IN_THE_GAP_OF_NEW_YORK})
                .toList();

        database.inTransaction(() -> database.sql()
                .insertAll("INSERT INTO lease (name, node_id, fence, expires_at) VALUES (?, ?, ?, ?)", rows));

        assertThat(database.sql().count("SELECT COUNT(DISTINCT node_id) FROM lease WHERE fence = 7"))
                .isEqualTo(301);
    }

    @Test
    void a_job_that_throws_leaves_nothing_behind_and_the_next_one_commits() {
        var jobs = database.jobsDatabase();
        Function<Sql, Integer> take = sql ->
                sql.update("INSERT INTO lease (name, node_id, fence, expires_at) VALUES ('x', 0, 0, ?)", Instant.EPOCH);

        assertThatThrownBy(() -> jobs.inTransaction(sql -> {
                    take.apply(sql);
                    throw new AssertionError("no");
                }))
                .isInstanceOf(AssertionError.class);

        int taken = jobs.inTransaction(take);
        long there = jobs.withoutTransaction(sql -> sql.count("SELECT COUNT(*) FROM lease"));

        assertThat(taken).isEqualTo(1);
        assertThat(there).isEqualTo(1);
    }

    @Test
    void a_query_needs_no_transaction_but_a_change_does() {
        database.inTransaction(() -> database.audit().record(Actor.system(), 7L, "tested", "thing", 1, ""));

        assertThat(database.sql().count("SELECT COUNT(*) FROM audit WHERE organization_id = 7"))
                .isEqualTo(1);
        assertThatThrownBy(() -> database.sql().update("DELETE FROM audit"))
                .hasMessageContaining("needs the transaction of a use case");
    }

    @Test
    void a_transaction_that_lost_a_conflict_runs_again() {
        var runs = new AtomicInteger();

        database.inTransaction(() -> {
            if (runs.incrementAndGet() < 3) {
                throw new SqlException(new SQLException("conflict", "40001", 1213));
            }
        });

        assertThat(runs).hasValue(3);
    }

    @Test
    void the_clock_follows_the_database() throws SQLException {
        var clock = DatabaseClock.of(database.jobs());

        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(clock.sinceSynchronized()).isPositive();
    }

    @Test
    void a_node_keeps_its_number_over_restarts_and_another_gets_its_own() {
        var registration = new NodeRegistration(database.jobsDatabase(), database.dialect());

        var first = registration.register("one");
        var second = registration.register("two");

        assertThat(registration.register("one")).isEqualTo(first);
        assertThat(second.number()).isNotEqualTo(first.number());
    }

    @Test
    void an_id_is_written_in_13_characters_and_read_back() {
        var id = database.ids().next();

        assertThat(Ids.text(id)).hasSize(13);
        assertThat(Ids.parse(Ids.text(id))).contains(id);
        assertThat(Ids.parse("not an id")).isEmpty();
    }
}
