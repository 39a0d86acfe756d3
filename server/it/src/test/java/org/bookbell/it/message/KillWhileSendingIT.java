package org.bookbell.it.message;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.plugin.NotebookLine;
import org.bookbell.it.plugin.NotebookSms;
import org.bookbell.it.plugin.PluginJars;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The power fails while hundreds of reminders are being sent: none is lost, and none is sent twice without need. Both
 * databases at once, since it mostly waits.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillWhileSendingIT {

    private static final int MESSAGES = 240;
    private static final int STAFF = 5;
    private static final int ANSWER_AFTER_MILLIS = 400;
    /** Of this gateway's submissions so many run at once, see {@code GatewayCalls}. */
    private static final int AT_ONCE = 16;

    private static final List<String> UNDECIDED = List.of("PLANNED", "CLAIMED", "SUBMITTING", "UNCLEAR");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("vendors")
    void after_a_kill_in_the_middle_of_the_job_every_reminder_is_accounted_for(Vendor vendor) {
        var file = folder.resolve("taken.txt");
        var plugins = PluginJars.notebook(folder.resolve("plugins")).getParent();
        var server = BookbellServer.on(
                vendor.freshSchema(),
                Map.of("bookbell.plugins.dir", plugins.toString(), "bookbell.receipts.unclear", "PT20S"));
        try {
            var operator = server.operator();
            var ledger = new Ledger(prepare(server, operator, file));

            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> NotebookLine.read(file).size() >= MESSAGES / 4);
            server.kill();
            assertThat(NotebookLine.read(file)).hasSizeLessThan(MESSAGES);
            server.startAgain();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !ledger.hasAnyIn(UNDECIDED)
                            && !isRunning(jobs(operator).get(0)));

            assertEachIsAccountedFor(ledger, NotebookLine.read(file));
            assertThat(jobs(operator).stream().map(KillWhileSendingIT::status))
                    .as("newest first")
                    .containsSubsequence("COMPLETED", "INTERRUPTED");
        } finally {
            server.kill();
        }
    }

    static Stream<Vendor> vendors() {
        return Vendor.inGate(Vendor.H2, Vendor.MARIADB);
    }

    /** Books so that all reminders fall due in the same minute. */
    private static Shop prepare(BookbellServer server, Api operator, Path file) {
        var shop = Shop.on(server, STAFF);
        shop.sendAtAnyHour(operator);
        Shop.create(
                operator,
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", "main")
                        .add("kind", "SMS")
                        .add("provider", NotebookSms.NAME)
                        .add(
                                "settings",
                                Json.createObjectBuilder()
                                        .add("file", file.toString())
                                        .add("answerAfterMillis", Integer.toString(ANSWER_AFTER_MILLIS))));
        var due = Instant.now().plusSeconds(80).truncatedTo(ChronoUnit.MINUTES);
        shop.remindBySms(Json.createObjectBuilder()
                .add("unit", "DAYS")
                .add("amount", 2)
                .add("time", due.toString().substring(11, 16)));
        var midnight = due.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
        IntStream.range(0, MESSAGES).parallel().forEach(number -> book(shop, midnight, number));
        return shop;
    }

    private static void book(Shop shop, Instant midnight, int number) {
        var start = midnight.plus(Duration.ofMinutes((long) Shop.MINUTES * (number / STAFF)));
        var client = Json.createObjectBuilder()
                .add("name", "Client " + number)
                .add("email", "client" + number + "@example.org")
                .add("mobile", "+1212234" + (1000 + number));
        var wish = shop.wish(shop.staff().get(number % STAFF), start)
                .add("smsConsent", true)
                .add("client", client);
        Shop.create(shop.api(), shop.path() + "/appointments", wish);
    }

    private static List<JsonObject> jobs(Api operator) {
        return operator.get("/api/v1/operator/jobs")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static boolean isRunning(JsonObject run) {
        return status(run).equals("STARTED");
    }

    private static String status(JsonObject run) {
        return run.getString("status");
    }

    private static void assertEachIsAccountedFor(Ledger ledger, List<NotebookLine> taken) {
        var timesTaken = taken.stream().collect(groupingBy(NotebookLine::to, counting()));
        var reminders = ledger.reminders();
        assertThat(reminders).hasSize(MESSAGES).allSatisfy(reminder -> {
            var number = numberOf(reminder);
            assertThat(reminder.getString("state")).isEqualTo(NotebookLine.isEven(number) ? "DELIVERED" : "ACCEPTED");
            assertThat(timesTaken.get(number)).isBetween(1L, (long) reminder.getInt("attempts"));
        });

        var unclear = reminders.stream()
                .filter(reminder -> Ledger.states(ledger.history(reminder)).contains("UNCLEAR"))
                .map(KillWhileSendingIT::numberOf)
                .collect(toSet());
        assertThat(unclear).hasSizeBetween(1, AT_ONCE);
        assertThat(takenTwice(timesTaken)).isSubsetOf(unclear).noneMatch(NotebookLine::isEven);
        assertThat(reminders)
                .filteredOn(reminder -> !unclear.contains(numberOf(reminder)))
                .allMatch(reminder -> reminder.getInt("attempts") == 1);
    }

    private static Set<String> takenTwice(Map<String, Long> timesTaken) {
        return timesTaken.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static String numberOf(JsonObject reminder) {
        return reminder.getJsonObject("to").getString("address");
    }
}
