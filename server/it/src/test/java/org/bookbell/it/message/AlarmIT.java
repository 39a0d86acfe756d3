package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The only gateway refuses everything: reminders are late, and everybody hears of it, and again when it is over. */
@SuppressWarnings("NullAway.Init")
class AlarmIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String OWNER = "owner@example.org";
    private static final int LATE = 3;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer listener;
    private BookbellServer server;
    private Api operator;
    private Shop shop;

    @BeforeEach
    void a_server_whose_alarms_somebody_hears() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try (var reader = Json.createReader(new StringReader(body))) {
                heard.add(reader.readObject().getString("event"));
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
        server = BookbellServer.on(
                Vendor.MARIADB.freshSchema(),
                Map.of(
                        "bookbell.watchdog.webhook",
                        "http://127.0.0.1:" + listener.getAddress().getPort() + "/alarm"));
        operator = server.operator();
        addGateway("phones", "SMS", "simulator");
        addGateway("letters", "EMAIL", "mailbox");
        shop = Shop.on(server, 1);
        Shop.create(
                operator,
                shop.path() + "/members",
                Json.createObjectBuilder()
                        .add("email", OWNER)
                        .add("name", "Anna Owner")
                        .add("role", "OWNER"));
    }

    @AfterEach
    void stop() {
        server.kill();
        listener.stop(0);
    }

    @Test
    void reminders_that_are_not_sent_are_told_by_every_way_there_is_until_they_are() throws SQLException {
        var reminders = CopiedReminders.of(server, shop);
        play("refuseForNow");
        var now = Instant.now();
        reminders.copy(LATE, n -> Copy.due("+1212555014" + n, now.minus(Duration.ofMinutes(10))));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ready().status()).isEqualTo(503));
        assertThat(ready().body()).contains("trouble LATE", "messages are due and not sent");
        await().atMost(PATIENCE).until(() -> heard.contains("LATE"));
        awaitLetter("Bookbell: messages are not sent (LATE)");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(incident().getString("kind")).isEqualTo("SENDING");
            assertThat(incident()).doesNotContainKeys("closedAt", "gateway");
        });
        assertThat(server.api().get("/status").body()).contains("Messages are due and are not sent at the moment.");
        awaitLetter("Some of your messages are not sent");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                operator.get("/o/" + shop.slug() + "/today").body())
                        .containsPattern(
                                LATE + " reminders for (today|tomorrow) not sent; known since .+; next word by"));

        play("deliver");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ready().status()).isEqualTo(200));
        await().atMost(PATIENCE).until(() -> heard.contains("LATE_OVER"));
        awaitLetter("Bookbell: messages are sent again (LATE)");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(incident()).containsKey("closedAt"));
        awaitLetter("Your messages are sent again");
        assertThat(status().getJsonArray("gateways").getValuesAs(JsonObject.class))
                .filteredOn(gateway -> gateway.getString("gateway").equals("phones"))
                .singleElement()
                .satisfies(phones -> assertThat(phones).containsKeys("onTimePercent", "deliveredPercent"));
    }

    private void addGateway(String name, String kind, String provider) {
        Shop.create(
                operator,
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("kind", kind)
                        .add("provider", provider)
                        .add("position", 1));
    }

    private void play(String behavior) {
        var changed = operator.send(
                "PUT",
                "/api/v1/operator/gateways/phones",
                Json.createObjectBuilder()
                        .add("position", 1)
                        .add("enabled", true)
                        .add("settings", Json.createObjectBuilder().add("behavior", behavior))
                        .build()
                        .toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    private Answer ready() {
        return server.api().get("/health/ready");
    }

    /** The status page as programs read it. */
    private JsonObject status() {
        var answer = server.api().with("Accept", "application/json").get("/status");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private JsonObject incident() {
        var incidents = status().getJsonArray("incidents").getValuesAs(JsonObject.class);
        assertThat(incidents).hasSize(1);
        return incidents.get(0);
    }

    private void awaitLetter(String subject) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> operator.get("/demo/mailbox").body().contains(subject));
    }
}
