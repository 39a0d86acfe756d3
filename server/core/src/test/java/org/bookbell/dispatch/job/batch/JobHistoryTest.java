package org.bookbell.dispatch.job.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.bookbell.storage.Sql;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobHistoryTest {

    private final TestDatabase database = TestDatabase.h2();
    private final Instant now = database.clock().instant();
    private final JobHistory history = new JobHistory(database.jobsDatabase(), database.clock(), Duration.ofDays(3));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void without_the_tables_of_jbatch_nothing_is_purged() {
        assertThat(history.purge()).isZero();
    }

    @Test
    void old_executions_are_forgotten_with_all_that_belongs_to_them() {
        createTables();
        execution(1, 1, now.minus(Duration.ofDays(4)));
        execution(2, 2, now.minus(Duration.ofDays(2)));

        var purged = history.purge();

        assertThat(purged).isEqualTo(1);
        for (var table : new String[] {
            "jobinstancedata",
            "executioninstancedata",
            "stepexecutioninstancedata",
            "stepstatus",
            "jobstatus",
            "checkpointdata"
        }) {
            assertThat(count(table)).as(table).isEqualTo(1);
        }
    }

    @Test
    void an_instance_that_was_restarted_since_is_kept() {
        createTables();
        execution(1, 1, now.minus(Duration.ofDays(4)));
        update("INSERT INTO jbatchexecutioninstancedata (jobexecid, jobinstanceid, createtime) VALUES (2, 1, ?)", now);

        history.purge();

        assertThat(count("executioninstancedata")).isEqualTo(1);
        assertThat(count("jobinstancedata")).isEqualTo(1);
        assertThat(count("checkpointdata")).isEqualTo(1);
    }

    @Test
    void many_are_forgotten_in_several_transactions() {
        createTables();
        database.jobsDatabase().inTransaction(on -> {
            for (int id = 1; id <= 1_100; id++) {
                execution(on, id, id, now.minus(Duration.ofDays(4)));
            }
            return true;
        });

        assertThat(history.purge()).isEqualTo(1_100);
        assertThat(count("jobinstancedata")).isZero();
    }

    /** As JBatch makes them, in what matters here. */
    private void createTables() {
        update("CREATE TABLE jbatchjobinstancedata (jobinstanceid BIGINT PRIMARY KEY)");
        update("CREATE TABLE jbatchexecutioninstancedata (jobexecid BIGINT PRIMARY KEY, jobinstanceid BIGINT,"
                + " createtime TIMESTAMP,"
                + " FOREIGN KEY (jobinstanceid) REFERENCES jbatchjobinstancedata (jobinstanceid))");
        update("CREATE TABLE jbatchstepexecutioninstancedata (stepexecid BIGINT PRIMARY KEY, jobexecid BIGINT,"
                + " FOREIGN KEY (jobexecid) REFERENCES jbatchexecutioninstancedata (jobexecid))");
        update("CREATE TABLE jbatchstepstatus (id BIGINT PRIMARY KEY,"
                + " FOREIGN KEY (id) REFERENCES jbatchstepexecutioninstancedata (stepexecid))");
        update("CREATE TABLE jbatchjobstatus (id BIGINT PRIMARY KEY,"
                + " FOREIGN KEY (id) REFERENCES jbatchjobinstancedata (jobinstanceid))");
        update("CREATE TABLE jbatchcheckpointdata (id VARCHAR(512))");
    }

    private void execution(long id, long instance, Instant createdAt) {
        database.jobsDatabase().inTransaction(on -> {
            execution(on, id, instance, createdAt);
            return true;
        });
    }

    private static void execution(Sql on, long id, long instance, Instant createdAt) {
        on.update("INSERT INTO jbatchjobinstancedata (jobinstanceid) VALUES (?)", instance);
        on.update(
                "INSERT INTO jbatchexecutioninstancedata (jobexecid, jobinstanceid, createtime) VALUES (?, ?, ?)",
                id,
                instance,
                createdAt);
        on.update("INSERT INTO jbatchstepexecutioninstancedata (stepexecid, jobexecid) VALUES (?, ?)", id, id);
        on.update("INSERT INTO jbatchstepstatus (id) VALUES (?)", id);
        on.update("INSERT INTO jbatchjobstatus (id) VALUES (?)", instance);
        on.update("INSERT INTO jbatchcheckpointdata (id) VALUES (?)", instance + ",send,READER");
    }

    private void update(String sql, Object... parameters) {
        database.jobsDatabase().inTransaction(on -> on.update(sql, parameters));
    }

    private long count(String table) {
        return database.jobsDatabase().inTransaction(on -> on.count("SELECT COUNT(*) FROM jbatch" + table));
    }
}
