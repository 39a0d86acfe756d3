package org.bookbell.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.server.BookbellServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators see of the job, and what remains of it in the tables that JBatch itself made. */
class JobRunsIT {

    private static final String JOBS = "/api/v1/operator/jobs";
    private static final String PREFIX = "+1917";
    private static final int MESSAGES = 200;
    private static final int ANSWER_AFTER_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Longer than executions are kept. */
    private static final Duration OLD = Duration.ofDays(4);

    @TempDir
    private Path folder;

    static Stream<Vendor> vendors() {
        return Vendor.inGate(Vendor.MARIADB, Vendor.MYSQL);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void runs_are_started_by_hand_cut_off_taken_up_again_and_forgotten_when_they_are_old(Vendor vendor)
            throws SQLException {
        try (var sending = Sending.on(vendor.freshSchema(), folder)) {
            var server = sending.server;
            startByHand(sending);

            var cutOff = killWhileSending(sending);

            await().atMost(PATIENCE)
                    .until(() ->
                            "COMPLETED".equals(statuses(sending).lastEntry().getValue()));
            assertThat(statuses(sending)).containsEntry(cutOff, "INTERRUPTED");
            assertThat(sending.operator.get("/operator").body()).contains("interrupted", "completed");

            server.stop();
            var old = List.copyOf(executions(server).keySet());
            age(server, old);
            server.startAgain();

            await().atMost(PATIENCE)
                    .until(() -> executions(server).keySet().stream().noneMatch(old::contains));
            startByHand(sending);
            await().atMost(PATIENCE)
                    .until(() ->
                            "COMPLETED".equals(statuses(sending).lastEntry().getValue()));
            assertThat(statuses(sending)).isNotEmpty().doesNotContainKeys(old.toArray(Long[]::new));
            assertNothingIsLeftOf(server, old);
        }
    }

    private static void startByHand(Sending sending) throws SQLException {
        await("a moment without a run")
                .atMost(PATIENCE)
                .until(() -> statuses(sending).values().stream().noneMatch(status -> status.startsWith("START")));

        var started = sending.operator.post(JOBS + "/reminders/start", "{}");

        assertThat(started.status()).as(started.toString()).isEqualTo(202);
        var execution = started.json().getJsonNumber("execution").longValue();
        assertThat(statuses(sending)).containsKey(execution);
        assertThat(sending.operator.get("/operator").body()).contains(">" + execution + "<");
        assertThat(auditOf(sending.server, execution)).containsExactly("MEMBER job.started reminders");
    }

    /** Ends the server in the middle of a run and starts it again; answers the run's number. */
    private static long killWhileSending(Sending sending) throws SQLException {
        var desk = sending.desk("slow", ANSWER_AFTER_MILLIS, true);
        sending.route(PREFIX, "slow");
        var now = Instant.now();
        sending.reminders.copy(MESSAGES, n -> Copy.due(PREFIX + (1_000_000 + n), now));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> desk.count() > 20);
        sending.server.kill();
        var cutOff = executions(sending.server).entrySet().stream()
                .filter(run -> run.getValue().equals("STARTED"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(cutOff).hasSize(1);
        sending.server.startAgain();
        sending.awaitDecided();
        return cutOff.get(0);
    }

    /** By number, as the server tells them. */
    private static TreeMap<Long, String> statuses(Sending sending) {
        var runs = new TreeMap<Long, String>();
        sending.operator
                .get(JOBS)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .forEach(run -> runs.put(run.getJsonNumber("execution").longValue(), run.getString("status")));
        return runs;
    }

    private static List<String> auditOf(BookbellServer server, long execution) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.prepareStatement(
                        "SELECT actor_kind, action, detail FROM audit WHERE object_type = 'job' AND object_id = ?")) {
            statement.setLong(1, execution);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3));
                }
                return found;
            }
        }
    }

    /** By number, as JBatch keeps them. */
    private static TreeMap<Long, String> executions(BookbellServer server) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT jobexecid, batchstatus FROM " + table(connection, "executioninstancedata"))) {
            var found = new TreeMap<Long, String>();
            while (rows.next()) {
                found.put(rows.getLong(1), rows.getString(2));
            }
            return found;
        }
    }

    private static void age(BookbellServer server, List<Long> executions) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.prepareStatement("UPDATE " + table(connection, "executioninstancedata")
                        + " SET createtime = ? WHERE jobexecid = ?")) {
            for (var execution : executions) {
                statement.setTimestamp(1, Timestamp.from(Instant.now().minus(OLD)));
                statement.setLong(2, execution);
                statement.executeUpdate();
            }
        }
    }

    /** Each younger execution has an instance, a step and a checkpoint of its own; there are no other rows. */
    private static void assertNothingIsLeftOf(BookbellServer server, List<Long> old) throws SQLException {
        var executions = executions(server).size();
        try (var connection = server.connect()) {
            for (var name : List.of("jobinstancedata", "jobstatus", "stepexecutioninstancedata", "stepstatus")) {
                assertThat(count(connection, table(connection, name)))
                        .as(name + " of " + executions + " executions, without " + old)
                        .isEqualTo(executions);
            }
            assertThat(count(connection, table(connection, "checkpointdata"))).isLessThanOrEqualTo(2L * executions);
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** In the spelling of this database: some tell upper from lower case. */
    private static String table(Connection connection, String name) throws SQLException {
        try (var tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                var found = tables.getString("TABLE_NAME");
                if (found.toLowerCase(Locale.ROOT).equals("jbatch" + name)) {
                    return found;
                }
            }
        }
        throw new AssertionError("JBatch made no table " + name);
    }
}
