package org.bookbell.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.bookbell.it.database.MariaDbServer;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany.Desk;
import org.bookbell.it.plugin.CourierCompany.Mood;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever keeps messages from being sent is told within minutes, by e-mail, by the web hook and by the check of readiness,
 * and nobody is told that all is well meanwhile. What was due minutes ago saves the test the watchdog's patience.
 */
@Execution(ExecutionMode.CONCURRENT)
class WatchdogIT {

    private static final Logger LOG = System.getLogger(WatchdogIT.class.getName());
    private static final Duration PROMISED = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration AGO = Duration.ofMinutes(4);
    private static final Duration THREE_LOOKS = Duration.ofSeconds(60);

    private static final String TO_GOOD = "+1917";
    private static final String TO_SILENT = "+1646";
    private static final int GOOD = 50;
    private static final int BAD = 3;
    private static final int FEW = 2;

    @Test
    void bad_rows_a_silent_gateway_and_a_job_of_nobody(@TempDir Path folder) throws SQLException {
        try (var outside = Outside.open();
                var sending = Sending.on(Vendor.MARIADB.freshSchema(), folder, outside.settings())) {
            var company = new Watched(sending, outside);
            company.awaitBeat();
            sending.desk("good", 5, false);
            sending.route(TO_GOOD, "good");

            var silent = sending.desk("silent", 5, false);
            sending.route(TO_SILENT, "silent");
            leaveFewWithoutAnswer(sending, silent);
            var silence = Instant.now();
            spoilSome(sending);
            var spoiled = Instant.now();
            await().atMost(PATIENCE)
                    .until(() ->
                            sending.reminders.states().equals(Map.of("ACCEPTED", (long) GOOD, "SKIPPED", (long) BAD)));
            assertThat(sending.reminders.called()).hasSize(BAD).allMatch(number -> number.startsWith(TO_GOOD + "20"));
            assertThat(sending.shop.api().get(sending.shop.path() + "/callList").body())
                    .contains("UNREADABLE", "NOT_WRITTEN");
            assertThat(sending.shop
                            .api()
                            .get(sending.shop.path() + "/messages?limit=200")
                            .status())
                    .isEqualTo(200);
            company.awaitAlarm("UNREADABLE", spoiled, 503);
            company.awaitAlarm("UNANSWERED", silence, 503);
            silent.be(Mood.TAKES);
            copy(sending, 1, TO_SILENT + "200", Instant.now());
            company.change("UPDATE alarm SET raised_at = raised_at - INTERVAL 1 HOUR WHERE trouble = 'UNREADABLE'");
            company.awaitEnd("UNREADABLE");
            company.awaitEnd("UNANSWERED");

            company.change("UPDATE lease SET node_id = 99, fence = fence + 1000,"
                    + " expires_at = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR");
            var stopped = Instant.now();
            copy(sending, GOOD, TO_GOOD + "300", Instant.now().minus(AGO));
            company.awaitAlarm("LATE", stopped, 503);
            company.awaitIncident();
            company.awaitLetter("Some of your messages are not sent");
            company.change("UPDATE lease SET expires_at = UTC_TIMESTAMP(6)");
            company.awaitEnd("LATE");
            company.awaitEndOfIncidents();
            company.awaitLetter("Your messages are sent again");
            sending.awaitDecided();

            assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", (long) GOOD));
            assertThat(outside.events())
                    .containsExactlyInAnyOrder(
                            "UNREADABLE", "UNREADABLE_OVER", "UNANSWERED", "UNANSWERED_OVER", "LATE", "LATE_OVER");
        }
    }

    @Test
    void a_scheduler_that_hangs_and_a_database_that_takes_no_changes(@TempDir Path folder) throws SQLException {
        var database = MariaDbServer.start();
        try (var outside = Outside.open();
                var administrator = database.administrator();
                var locking = database.administrator()) {
            var schema = database.freshSchemaOf("bookbell", administrator);
            try (var sending = Sending.on(schema, folder, outside.settings())) {
                var company = new Watched(sending, outside);
                company.awaitBeat();
                sending.desk("good", 5, false);
                sending.route(TO_GOOD, "good");

                locking.setCatalog(schema.name());
                locking.setAutoCommit(false);
                try (var lock = locking.createStatement()) {
                    lock.executeQuery("SELECT fence FROM lease FOR UPDATE");
                }
                var hung = Instant.now();
                copy(sending, FEW, TO_GOOD + "400", hung.minus(AGO));
                company.awaitAlarm("LATE", hung, 503);
                company.awaitAlarm("SCHEDULER", hung, 503);
                locking.rollback();
                company.awaitEnd("SCHEDULER");
                company.awaitEnd("LATE");
                sending.awaitDecided();

                try (var statement = administrator.createStatement()) {
                    statement.execute("SET GLOBAL read_only = 1");
                    var refusing = Instant.now();
                    assertThat(company.book()).isEqualTo(503);
                    company.awaitAlarm("READ_ONLY", refusing, 503);
                    var told = Instant.now();
                    await().atMost(PATIENCE).until(() -> Instant.now().isAfter(told.plus(THREE_LOOKS)));
                    assertThat(company.book()).isEqualTo(503);
                    assertThat(company.get("/health/live")).isEqualTo(200);
                    assertThat(outside.hasBeatenSince(told)).isFalse();
                    statement.execute("SET GLOBAL read_only = 0");
                }
                company.awaitEnd("READ_ONLY");
                company.awaitBeat();

                assertThat(company.book()).isEqualTo(201);
                assertThat(outside.events())
                        .containsExactlyInAnyOrder(
                                "LATE", "LATE_OVER", "SCHEDULER", "SCHEDULER_OVER", "READ_ONLY", "READ_ONLY_OVER");
            }
        } finally {
            database.kill();
        }
    }

    private static void copy(Sending sending, int count, String prefix, Instant due) throws SQLException {
        sending.reminders.copy(count, n -> Copy.due(prefix + (1000 + n), due));
    }

    /** Their only gateway hangs; that they wait for it since minutes, and not since this moment, is written afterwards. */
    private static void leaveFewWithoutAnswer(Sending sending, Desk silent) throws SQLException {
        silent.be(Mood.HANGS);
        copy(sending, FEW, TO_SILENT + "100", Instant.now());
        await().atMost(PATIENCE).until(() -> sending.reminders.states().containsKey("UNCLEAR"));
        try (var connection = sending.server.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE message_event SET happened_at = happened_at - INTERVAL 4 MINUTE"
                    + " WHERE state = 'SUBMITTING'");
        }
    }

    /** Of what falls due together the first to be sent cannot be read or written. */
    private static void spoilSome(Sending sending) throws SQLException {
        var later = Instant.now().plus(Duration.ofHours(1));
        sending.reminders.copy(
                BAD + GOOD,
                n -> new Copy(
                        TO_GOOD + (n < BAD ? "20" : "21") + (10_000 + n),
                        later,
                        Duration.ofHours(2),
                        later.plus(Duration.ofHours(n < BAD ? 3 : 4))));
        try (var connection = sending.server.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE message SET facts = '{' WHERE id = " + sending.reminders.id(0));
            statement.executeUpdate("UPDATE message SET kind = 'NOBODY' WHERE id = " + sending.reminders.id(1));
            statement.executeUpdate("INSERT INTO attempt (id, message_id, attempt_no, gateway, state, submitted_at)"
                    + " SELECT id, id, 1, 'good', 'NOBODY', created_at FROM message WHERE id = "
                    + sending.reminders.id(2));
            statement.executeUpdate("UPDATE message SET attempts = 1 WHERE id = " + sending.reminders.id(2));
        }
        sending.reminders.fallDue(Instant.now());
    }

    /** A server, and what its watchdog says. */
    private record Watched(Sending sending, Outside outside) {

        Watched {
            Shop.create(
                    sending.operator,
                    "/api/v1/operator/gateways",
                    Json.createObjectBuilder()
                            .add("name", "letters")
                            .add("kind", "EMAIL")
                            .add("provider", "mailbox"));
            Shop.create(
                    sending.operator,
                    sending.shop.path() + "/members",
                    Json.createObjectBuilder()
                            .add("email", "owner@example.org")
                            .add("name", "Anna Owner")
                            .add("role", "OWNER"));
        }

        void awaitBeat() {
            var now = Instant.now();
            await().atMost(PATIENCE).until(() -> outside.hasBeatenSince(now));
        }

        void awaitAlarm(String kind, Instant since, int readiness) {
            await(kind).atMost(PATIENCE).until(() -> outside.heard(kind).isPresent());
            var heard = outside.heard(kind).orElseThrow();
            await("readiness of " + kind).atMost(PATIENCE).until(() -> get("/health/ready") == readiness);
            var words = sending.server.api().get("/health/ready").body();
            LOG.log(
                    Level.INFO,
                    "{0} was told after {1} s",
                    kind,
                    Duration.between(since, heard).toSeconds());
            assertThat(words).contains("trouble " + kind);
            assertThat(Duration.between(since, heard)).isLessThan(PROMISED);
            assertThat(outside.hasBeatenSince(heard))
                    .as("a heartbeat in spite of " + kind)
                    .isFalse();
            awaitLetter("(" + kind + ")");
        }

        void awaitLetter(String words) {
            await("a letter with " + words)
                    .atMost(PATIENCE)
                    .until(() -> sending.operator.get("/demo/mailbox").body().contains(words));
        }

        /** On the page that everybody sees. */
        void awaitIncident() {
            await("an incident").atMost(PATIENCE).until(() -> incidents().count() == 1);
            assertThat(incidents())
                    .allMatch(incident -> incident.getString("kind").equals("SENDING"));
        }

        void awaitEndOfIncidents() {
            await("the end of all incidents")
                    .atMost(PATIENCE)
                    .until(() -> incidents().findAny().isEmpty());
        }

        private Stream<JsonObject> incidents() {
            var status = sending.server.api().with("Accept", "application/json").get("/status");
            return status.json().getJsonArray("incidents").getValuesAs(JsonObject.class).stream()
                    .filter(incident -> !incident.containsKey("closedAt"));
        }

        void awaitEnd(String kind) {
            await("the end of " + kind)
                    .atMost(PATIENCE)
                    .until(() -> outside.heard(kind + "_OVER").isPresent());
        }

        int get(String path) {
            return sending.server.api().get(path).status();
        }

        int book() {
            var shop = sending.shop;
            var start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(40));
            return shop.book(shop.staff().get(0), start, "late").status();
        }

        void change(String statement) throws SQLException {
            try (var connection = sending.server.connect();
                    var change = connection.createStatement()) {
                change.executeUpdate(statement);
            }
        }
    }
}
