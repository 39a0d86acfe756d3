package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bookbell.it.message.HookCall.SECRET;
import static org.bookbell.it.message.HookCall.encode;
import static org.bookbell.it.message.HookCall.path;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a provider, and whoever pretends to be one, sends to the web hook of a gateway. */
@SuppressWarnings("NullAway.Init")
class HooksIT {

    private static final Duration LEAD = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MOBILE = "+12125550123";

    private static BookbellServer server;
    private static Shop shop;
    private static Ledger ledger;
    private static String hook;
    private static JsonObject reminder;
    private static String appointment;
    private static String id;

    @BeforeAll
    static void let_a_gateway_take_a_reminder_and_say_nothing() {
        server = BookbellServer.on(Vendor.MARIADB.freshSchema());
        shop = Shop.on(server, 4);
        ledger = new Ledger(shop);
        Shop.create(
                server.operator(),
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", "phones")
                        .add("kind", "SMS")
                        .add("provider", "simulator")
                        .add(
                                "settings",
                                Json.createObjectBuilder()
                                        .add("behavior", "acceptAndNeverDeliver")
                                        .add("receiptsBy", "hook")
                                        .add("hookSecret", SECRET)));
        shop.sendAtAnyHour(server.operator());
        shop.remindBySms(Json.createObjectBuilder().add("unit", "HOURS").add("amount", LEAD.toHours()));
        await().atMost(PATIENCE).until(() -> gateway().containsKey("hookAddress"));
        hook = gateway().getString("hookAddress");
        appointment = book();
        reminder = ledger.reminderOf(appointment);
        awaitState("ACCEPTED");
        id = ledger.history(reminder).getJsonArray("attempts").getJsonObject(0).getString("providerMessageId");
    }

    @AfterAll
    static void stop() {
        server.kill();
    }

    @Test
    void a_forged_call_is_refused_without_a_word_and_changes_nothing() throws SQLException {
        var before = receipts();
        var line = receipt("UNDELIVERED", Instant.now());

        assertThat(post(hook, line, "").status()).isEqualTo(403);
        assertThat(post(hook, line, HookCall.sign("another secret", "POST", hook, line))
                        .status())
                .isEqualTo(403);
        assertThat(post(hook + "?id=1", line, sign("POST", hook, line)).status())
                .isEqualTo(403);
        assertThat(server.api().get(path(hook)).status()).isEqualTo(403);
        assertThat(receipts()).isEqualTo(before);
    }

    @Test
    void nobody_learns_which_gateways_there_are() {
        var line = receipt("UNDELIVERED", Instant.now());
        var wrong = List.of(
                hook.substring(0, hook.length() - 1) + (hook.endsWith("A") ? "B" : "A"),
                hook.replace("/phones/", "/nobody/"),
                hook.replace("/sms/", "/email/"),
                hook.replace("/sms/", "/export/"),
                hook.replaceFirst("/phones/.*", "/nobody"));

        var answers = wrong.stream()
                .map(address -> post(address, line, sign("POST", address, line)))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(404);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.get(0).body());
    }

    @Test
    void a_signed_call_needs_no_token() throws SQLException {
        var address = hook.replaceFirst("/phones/.*", "/phones");
        var line = "kind=receipt&id=unknown-token&state=DELIVERED";
        var before = receipts();

        var answer = post(address, line, sign("POST", address, line));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("taken 1");
        assertThat(receipts()).isEqualTo(before + 1);
    }

    @Test
    void a_provider_may_call_by_get_too() throws SQLException {
        var address = hook + "?kind=receipt&id=unknown-get&state=UNDELIVERED&code=7";
        var before = receipts();

        var answer = server.api()
                .with("X-Simulator-Signature", sign("GET", address, ""))
                .get(path(address));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(receipts()).isEqualTo(before + 1);
    }

    @Test
    void receipts_of_messages_that_nobody_knows_are_kept_once() throws SQLException {
        var lines = String.join(
                "\n",
                IntStream.range(0, 500)
                        .mapToObj(n -> "kind=receipt&id=unknown-" + n + "&state=DELIVERED")
                        .toList());
        var before = receipts();

        for (var i = 0; i < 10; i++) {
            assertThat(post(hook, lines, sign("POST", hook, lines)).status()).isEqualTo(200);
        }

        assertThat(receipts()).isEqualTo(before + 500);
    }

    @Test
    void what_cannot_be_read_is_400_and_what_is_too_big_is_413() {
        var nothing = "kind=receipt&state=PERHAPS";
        var big = "x".repeat(257 * 1024);
        var huge = "x".repeat(1 << 21);

        assertThat(post(hook, nothing, sign("POST", hook, nothing)).status()).isEqualTo(400);
        assertThat(post(hook, big, sign("POST", hook, big)).status()).isEqualTo(413);
        assertThat(post(hook, huge, sign("POST", hook, huge)).status()).isEqualTo(413);
    }

    /** Ten times each, the last first: what was said last counts by its rank, not by its place. */
    @Test
    void receipts_doubled_and_reversed_lead_to_the_right_state_and_an_answer_confirms() throws SQLException {
        var begun = Instant.now();
        var states = List.of("DELIVERED", "UNDELIVERED", "UNKNOWN", "BUFFERED");
        for (var i = 0; i < 10; i++) {
            for (var state : states) {
                var line = receipt(state, begun);
                assertThat(post(hook, line, sign("POST", hook, line)).status()).isEqualTo(200);
            }
        }
        awaitState("DELIVERED");
        await().atMost(PATIENCE).until(() -> count("SELECT COUNT(*) FROM receipt WHERE applied_at IS NULL") == 0);

        var history = ledger.history(reminder);
        assertThat(history.getJsonObject("message").getString("state")).isEqualTo("DELIVERED");
        assertThat(history.getJsonArray("receipts")).hasSize(states.size());
        assertThat(Ledger.states(history)).containsOnlyOnce("DELIVERED");

        var answered = server.operator().submit("/demo/answer", form("phones", MOBILE, "phones", " c! "));
        assertThat(answered.status()).as(answered.toString()).isEqualTo(303);
        await().atMost(PATIENCE).until(() -> shop.statusOf(appointment).equals("CONFIRMED"));
        await().atMost(PATIENCE).until(() -> !replies().isEmpty());
        assertThat(replies()).singleElement().satisfies(reply -> {
            assertThat(reply.getString("meaning")).isEqualTo("CONFIRM");
            assertThat(reply.getString("outcome")).isEqualTo("CONFIRMED");
            assertThat(reply.getString("text")).isEqualTo("c!");
        });
        assertThat(shop.api().get(shop.path() + "/replies").json().getJsonArray("items"))
                .hasSize(1);
        assertThat(server.operator()
                        .get("/o/" + shop.slug() + "/messages/" + reminder.getString("id"))
                        .body())
                .contains("Replies", "c!");
        assertThat(server.output()).doesNotContain(MOBILE, SECRET, path(hook));
    }

    private static List<JsonObject> replies() {
        return ledger.history(reminder).getJsonArray("replies").getValuesAs(JsonObject.class).stream()
                .filter(reply -> reply.containsKey("outcome"))
                .toList();
    }

    private static JsonObject gateway() {
        return server.operator().get("/api/v1/operator/gateways/phones").json();
    }

    private static void awaitState(String state) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ledger.stateOf(reminder).equals(state));
    }

    private static String receipt(String state, Instant at) {
        return "kind=receipt&id=" + id + "&state=" + state + "&at=" + encode(at.toString()) + "&code=7";
    }

    private static String form(String gateway, String phone, String sender, String text) {
        return "gateway=" + gateway + "&phone=" + encode(phone) + "&sender=" + encode(sender) + "&text=" + encode(text);
    }

    private static Answer post(String address, String lines, String signature) {
        return HookCall.post(server.api(), address, lines, signature);
    }

    private static String sign(String method, String address, String body) {
        return HookCall.sign(SECRET, method, address, body);
    }

    private static long receipts() throws SQLException {
        return count("SELECT COUNT(*) FROM receipt");
    }

    private static long count(String question) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.prepareStatement(question);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String book() {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(LEAD).plusSeconds(4);
        var wish = shop.wish(start)
                .add("offeredOnly", false)
                .add("smsConsent", true)
                .add(
                        "client",
                        Json.createObjectBuilder().add("name", "Ann Client").add("mobile", MOBILE));
        return Shop.create(shop.api(), shop.path() + "/appointments", wish).getString("id");
    }
}
