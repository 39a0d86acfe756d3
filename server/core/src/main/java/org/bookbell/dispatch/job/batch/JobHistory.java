package org.bookbell.dispatch.job.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Forgets old executions. Jakarta Batch has no way to, and a run a second adds up: this deletes from the tables of JBatch,
 * Payara's Batch runtime, where they are in our database; another server keeps its repository elsewhere and purges it
 * itself.
 */
@Dependent
public class JobHistory {

    private static final String PREFIX = "JBATCH";
    private static final int AT_ONCE = 500;

    private final JobsDatabase database;
    private final Clock clock;
    private final Duration kept;

    @Inject
    public JobHistory(
            JobsDatabase database,
            Clock clock,
            @ConfigProperty(name = "bookbell.jobs.keep", defaultValue = "P3D") Duration kept) {
        this.database = database;
        this.clock = clock;
        this.kept = kept;
    }

    private record Execution(long id, long instance) {}

    /** The tables by the names that this database gave them; only MySQL tells upper from lower case. */
    private record Tables(List<String> names) {

        static Optional<Tables> find(Sql sql) {
            var names = sql.list(
                    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = SCHEMA()"
                            + " AND UPPER(table_name) LIKE 'JBATCH%'",
                    row -> row.getText("name"));
            var tables = new Tables(names);
            return Stream.of(
                                    "EXECUTIONINSTANCEDATA",
                                    "STEPEXECUTIONINSTANCEDATA",
                                    "STEPSTATUS",
                                    "JOBSTATUS",
                                    "JOBINSTANCEDATA",
                                    "CHECKPOINTDATA")
                            .allMatch(table -> tables.name(table).isPresent())
                    ? Optional.of(tables)
                    : Optional.empty();
        }

        Optional<String> name(String table) {
            return names.stream()
                    .filter(name -> name.toUpperCase(Locale.ROOT).equals(PREFIX + table))
                    .findFirst();
        }

        /** {@code statement} with each table's name for its {@code <NAME>}. */
        String in(String statement) {
            var result = statement;
            for (var name : names) {
                var table = name.toUpperCase(Locale.ROOT).substring(PREFIX.length());
                result = result.replace("<" + table + ">", name);
            }
            return result;
        }
    }

    /** Deletes executions that are older than what is kept, and answers how many. */
    int purge() {
        int purged = 0;
        int some;
        do {
            some = database.inTransaction(
                    sql -> Tables.find(sql).map(tables -> purge(sql, tables)).orElse(0));
            purged += some;
        } while (some == AT_ONCE);
        return purged;
    }

    private int purge(Sql sql, Tables tables) {
        var old = sql.list(
                tables.in("SELECT jobexecid, jobinstanceid FROM <EXECUTIONINSTANCEDATA> WHERE createtime < ?"
                        + " ORDER BY jobexecid LIMIT " + AT_ONCE),
                row -> new Execution(row.getLong("jobexecid"), row.getLong("jobinstanceid")),
                clock.instant().minus(kept));
        var executions = old.stream()
                .map(execution -> new @Nullable Object[] {execution.id()})
                .toList();
        for (var statement : List.of(
                "DELETE FROM <STEPSTATUS> WHERE id IN"
                        + " (SELECT stepexecid FROM <STEPEXECUTIONINSTANCEDATA> WHERE jobexecid = ?)",
                "DELETE FROM <STEPEXECUTIONINSTANCEDATA> WHERE jobexecid = ?",
                "DELETE FROM <EXECUTIONINSTANCEDATA> WHERE jobexecid = ?")) {
            sql.batch(tables.in(statement), executions);
        }
        purgeInstances(
                sql, tables, old.stream().map(Execution::instance).distinct().toList());
        return old.size();
    }

    /** Instances may have younger executions, which restarted them. */
    private static void purgeInstances(Sql sql, Tables tables, List<Long> instances) {
        var unused = tables.in(" AND NOT EXISTS (SELECT 1 FROM <EXECUTIONINSTANCEDATA> e WHERE e.jobinstanceid = ?)");
        var ids = instances.stream().map(id -> new @Nullable Object[] {id, id}).toList();
        var keys = instances.stream()
                .map(id -> new @Nullable Object[] {id + ",%", id})
                .toList();
        sql.batch(tables.in("DELETE FROM <CHECKPOINTDATA> WHERE id LIKE ?") + unused, keys);
        sql.batch(tables.in("DELETE FROM <JOBSTATUS> WHERE id = ?") + unused, ids);
        sql.batch(tables.in("DELETE FROM <JOBINSTANCEDATA> WHERE jobinstanceid = ?") + unused, ids);
    }
}
