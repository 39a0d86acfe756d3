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
    /** Of a hundred that go over main, ten are undelivered and thirty never heard of: what the first users lived with. */
    private static final int NORMAL = 600;

    private static final int LOST = 15;
    private static final int PRICE = 75;
    /** Of a reminder with a client's link. */
    private static final int SEGMENTS = 2;

    private static final int GRANTED = 1_000_000;
    private static final Duration TOLD_WITHIN = Duration.ofMinutes(5);
    /** One message of twenty probes a gateway that fails. */
    private static final int UNTIL_RESTORED = 240;

    private static BookbellServer server;
    private static Api operator;
    private static Shop shop;
    private static Ledger ledger;
    private static int booked;

    @BeforeAll
    static void two_gateways_and_an_owner() {
        server = BookbellServer.on(Vendor.MARIADB.freshSchema(), CopiedReminders.UNLIMITED);
        operator = server.operator();
        addGateway("main", "SMS", "simulator", 10);
        addGateway("second", "SMS", "simulator", 20);
        addGateway("letters", "EMAIL", "mailbox", 10);
        put("/api/v1/operator/prices", "{\"prices\":[{\"prefix\":\"+1\",\"milliCredits\":" + PRICE + "}]}");
        // nobody but main reaches these
        put("/api/v1/operator/routes", "{\"channel\":\"SMS\",\"prefix\":\"+1646\",\"gateways\":[\"main\"]}");
        shop = Shop.on(server, STAFF);
        grant(shop);
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
    void a_silent_ban_loses_no_reminder_and_is_no_secret() throws SQLException {
        liveThroughNormalTraffic();
        assertThat(incidents()).isEmpty();

        play("main", "acceptAndNeverDeliver");
        var banned = Instant.now();
        var unreachable = book("+1646");
        var lost = book(LOST);
        lost.forEach(appointment -> awaitDelivery(ledger.reminderOf(appointment)));
        var arrived = Instant.now();

        assertThat(lost).allSatisfy(appointment -> {
            var history = ledger.history(ledger.reminderOf(appointment));
            assertThat(Ledger.states(history)).containsSubsequence("ACCEPTED", "SUSPECT", "PLANNED", "DELIVERED");
            assertThat(gateways(history)).containsExactly("main", "second");
        });
        assertThat(incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.getString("gateway")).isEqualTo("main");
            assertThat(incident).doesNotContainKey("closedAt");
        });
        awaitCall(ledger.reminderOf(unreachable));
        awaitLetter("Some of your messages may not have arrived");
        awaitLetter("Gateway main takes messages and does not bring them");
        awaitLetter("Please call");
        var told = Instant.now();
        assertThat(Duration.between(banned, told)).isLessThan(TOLD_WITHIN);
        assertThat(server.api().get("/health/ready").body()).contains("DEGRADED");
        assertThat(status().getJsonArray("incidents")).hasSize(1);
        assertThat(status().getJsonArray("freeOfCharge").getJsonObject(0).getString("gateway"))
                .isEqualTo("main");
        awaitSpent(LOST * SEGMENTS * PRICE);
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
        // its figures are a minute old at most
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> status().getJsonArray("freeOfCharge").isEmpty());
        System.getLogger(OutageIT.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} messages of a ban arrived after {1} s, organizers were told after {2} s, {3} milli-credits each",
                        LOST,
                        Duration.between(banned, arrived).toSeconds(),
                        Duration.between(banned, told).toSeconds(),
                        PRICE);
    }

    /** Another organization's, over the same gateway, until it is judged. */
    private static void liveThroughNormalTraffic() throws SQLException {
        var crowd = Shop.on(server, 1);
        grant(crowd);
        var reminders = CopiedReminders.of(server, crowd);
        play("main", "deliver", 10, 30);
        var due = Instant.now();
        reminders.copy(NORMAL, n -> CopiedReminders.Copy.due("+1917" + (1_000_000 + n), due));
        awaitLearned();
    }

    private static void grant(Shop to) {
        Shop.create(
                operator,
                "/api/v1/operator/organizations/" + to.slug() + "/credits",
                Json.createObjectBuilder()
                        .add("kind", "GRANT")
                        .add("milliCredits", GRANTED)
                        .add("reference", "grant of " + to.slug()));
    }

    /** Nothing is set aside any more, and what was taken and not brought costs nothing. */
    private static void awaitSpent(int milliCredits) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var credits = shop.api().get(shop.path() + "/credits").json();
            assertThat(credits.getInt("reserved")).isZero();
            assertThat(GRANTED - credits.getInt("balance")).isEqualTo(milliCredits);
        });
    }

    private static void awaitCall(JsonObject message) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> shop.api().get(shop.path() + "/callList").body().contains(message.getString("id")));
    }

    private static JsonObject status() {
        return server.api().with("Accept", "application/json").get("/status").json();
    }

    private static void put(String path, String body) {
        var answer = operator.send("PUT", path, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
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
        play(gateway, behavior, 0, 0);
    }

    private static void play(String gateway, String behavior, int undeliveredPercent, int silentPercent) {
        var settings = Json.createObjectBuilder()
                .add("behavior", behavior)
                .add("undeliveredPercent", String.valueOf(undeliveredPercent))
                .add("silentPercent", String.valueOf(silentPercent));
        var changed = operator.send(
                "PUT",
                "/api/v1/operator/gateways/" + gateway,
                Json.createObjectBuilder()
                        .add("position", 10)
                        .add("enabled", true)
                        .add("settings", settings)
                        .build()
                        .toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        // whoever checks an account uses it as it is now, and so does the next message
        var checked = operator.post("/api/v1/operator/gateways/" + gateway + "/check");
        assertThat(checked.status()).as(checked.toString()).isEqualTo(200);
    }

    /** Books so many for the next days; each is reminded of at once. */
    private static List<String> book(int count) {
        return IntStream.range(0, count).mapToObj(each -> book("+1212")).toList();
    }

    private static String book(String prefix) {
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
                                .add("mobile", prefix + "234" + (1000 + number)));
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
            return found.next() && found.getDouble("judged") >= NORMAL / 2.0;
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
