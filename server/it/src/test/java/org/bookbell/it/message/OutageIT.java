package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The networks ban a gateway: it goes on taking every message, and none arrives. The server notices, sends what was lost
 * over another gateway, tells whom it concerns, and goes back when the ban is lifted.
 */
@SuppressWarnings("NullAway.Init")
class OutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int STAFF = 4;
    private static final int NORMAL = 30;
    private static final int LOST = 15;
    /** One message of twenty probes a gateway that fails. */
    private static final int UNTIL_RESTORED = 240;

    private static BookbellServer server;
    private static Api operator;
    private static Shop shop;
    private static Ledger ledger;
    private static int booked;

    @BeforeAll
    static void two_gateways_and_an_owner() {
        server = BookbellServer.on(Vendor.MARIADB.freshSchema());
        operator = server.operator();
        addGateway("main", "SMS", "simulator", 10);
        addGateway("second", "SMS", "simulator", 20);
        addGateway("letters", "EMAIL", "mailbox", 10);
        shop = Shop.on(server, STAFF);
        shop.sendAtAnyHour(operator);
        // whatever is booked for the next week is reminded of at once
        shop.remindBySms(Json.createObjectBuilder().add("unit", "HOURS").add("amount", 168));
        Shop.create(
                operator,
                shop.path() + "/members",
                Json.createObjectBuilder()
                        .add("email", "owner@example.org")
                        .add("name", "Anna Owner")
                        .add("role", "OWNER"));
        ledger = new Ledger(shop);
    }

    @AfterAll
    static void stop() {
        server.kill();
    }

    @Test
    void a_silent_ban_loses_no_reminder_and_is_no_secret() {
        var before = book(NORMAL);
        before.forEach(appointment -> awaitDelivery(ledger.reminderOf(appointment)));
        awaitLearned();

        play("main", "acceptAndNeverDeliver");
        var banned = Instant.now();
        var lost = book(LOST);
        lost.forEach(appointment -> awaitDelivery(ledger.reminderOf(appointment)));
        var took = Duration.between(banned, Instant.now());

        assertThat(lost).allSatisfy(appointment -> {
            var history = ledger.history(ledger.reminderOf(appointment));
            assertThat(Ledger.states(history)).containsSubsequence("ACCEPTED", "SUSPECT", "PLANNED", "DELIVERED");
            assertThat(gateways(history)).containsExactly("main", "second");
        });
        System.getLogger(OutageIT.class.getName())
                .log(System.Logger.Level.INFO, "{0} messages of a ban arrived after {1} s", LOST, took.toSeconds());
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.getString("gateway")).isEqualTo("main");
            assertThat(incident).doesNotContainKey("closedAt");
        });
        assertThat(server.api().get("/health/ready").body()).contains("DEGRADED");
        awaitLetter("Some of your messages may not have arrived");
        awaitLetter("Gateway main takes messages and does not bring them");
        assertThat(gateways(ledger.history(ledger.reminderOf(book(1).get(0))))).doesNotContain("main");

        play("main", "deliver");
        book(UNTIL_RESTORED);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> incidents().get(0).containsKey("closedAt"));
        awaitLetter("Messages arrive again over main");
        var after = ledger.reminderOf(book(1).get(0));
        awaitDelivery(after);
        assertThat(gateways(ledger.history(after))).containsExactly("main");
    }

    private static void addGateway(String name, String kind, String provider, int position) {
        Shop.create(
                operator,
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("kind", kind)
                        .add("provider", provider)
                        .add("position", position));
    }

    private static void play(String gateway, String behavior) {
        var changed = operator.send(
                "PUT",
                "/api/v1/operator/gateways/" + gateway,
                Json.createObjectBuilder()
                        .add("position", 10)
                        .add("enabled", true)
                        .add("settings", Json.createObjectBuilder().add("behavior", behavior))
                        .build()
                        .toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        // whoever checks an account uses it as it is now, and so does the next message
        var checked = operator.post("/api/v1/operator/gateways/" + gateway + "/check");
        assertThat(checked.status()).as(checked.toString()).isEqualTo(200);
    }

    /** Books so many for the next days; each is reminded of at once. */
    private static List<String> book(int count) {
        return IntStream.range(0, count).mapToObj(each -> book()).toList();
    }

    private static String book() {
        var number = booked++;
        var start = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(2))
                .plus(Duration.ofMinutes((long) Shop.MINUTES * (number / STAFF)));
        var wish = shop.wish(shop.staff().get(number % STAFF), start)
                .add("smsConsent", true)
                .add(
                        "client",
                        Json.createObjectBuilder()
                                .add("name", "Client " + number)
                                .add("mobile", "+1212234" + (1000 + number)));
        return Shop.create(shop.api(), shop.path() + "/appointments", wish).getString("id");
    }

    /** Until the server has judged what was delivered, and so knows how long receipts usually take. */
    private static void awaitLearned() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(OutageIT::hasLearned);
    }

    private static boolean hasLearned() throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT judged, p95_millis FROM gateway_standing"
                        + " WHERE gateway = 'main' AND destination = '' AND p95_millis IS NOT NULL")) {
            return found.next() && found.getDouble("judged") >= NORMAL - 1;
        }
    }

    private static void awaitDelivery(JsonObject message) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> ledger.stateOf(message).equals("DELIVERED"));
    }

    private static void awaitLetter(String subject) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> operator.get("/demo/mailbox").body().contains(subject));
    }

    private static List<JsonObject> incidents() {
        return operator.get("/api/v1/operator/incidents")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static List<String> gateways(JsonObject history) {
        return history.getJsonArray("attempts").getValuesAs(JsonObject.class).stream()
                .map(attempt -> attempt.getString("gateway"))
                .toList();
    }
}
