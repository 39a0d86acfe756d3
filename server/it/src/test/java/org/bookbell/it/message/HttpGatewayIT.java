package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.FakeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In the real server: a gateway that settings describe takes a reminder, and reports where the message told it to. */
class HttpGatewayIT {

    private static final Duration LEAD = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SECRET = "a-secret-of-this-test";
    private static final String MOBILE = "+12125550123";

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);
    private final String path = shop.path() + "/gateways";
    private final String gateway = path + "/" + shop.slug() + ".courier";
    private final FakeHttpProvider courier = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        server.operator().send("PUT", gateway, "{\"enabled\": false}");
        courier.close();
    }

    @Test
    void a_reminder_goes_out_by_settings_alone_and_its_receipt_comes_back() {
        courier.answering(request -> FakeAnswer.json(202, "{\"id\": \"" + idOf(request) + "\"}"));
        Shop.create(
                server.operator(),
                path,
                Json.createObjectBuilder()
                        .add("name", "courier")
                        .add("kind", "SMS")
                        .add("provider", "http")
                        .add("settings", settings()));
        assertThat(server.operator().post(gateway + "/check", "").body()).contains("WORKS");
        shop.sendAtAnyHour(server.operator());
        shop.remindBySms(Json.createObjectBuilder().add("unit", "HOURS").add("amount", LEAD.toHours()));
        var ledger = new Ledger(shop);
        var reminder = ledger.reminderOf(book());

        await().atMost(PATIENCE).until(() -> ledger.stateOf(reminder).equals("ACCEPTED"));
        var id = ledger.history(reminder)
                .getJsonArray("attempts")
                .getJsonObject(0)
                .getString("providerMessageId");
        var sent = courier.requests().stream()
                .filter(request -> idOf(request).equals(id))
                .toList();
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).header("Authorization")).contains("Bearer " + SECRET);
        assertThat(sent.get(0).formParameters()).containsEntry("to", List.of(MOBILE));
        var hook = URI.create(sent.get(0).formParameters().get("report").get(0));

        var answer = server.api().submit(hook.getRawPath(), "id=" + id + "&status=delivered&at=2026-11-22T12:00:05Z");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> ledger.stateOf(reminder).equals("DELIVERED"));
        assertThat(server.output()).doesNotContain(SECRET);
    }

    /** The courier's id of a message is made of ours. */
    private static String idOf(FakeRequest request) {
        return "courier-"
                + request.formParameters().getOrDefault("ref", List.of("-")).get(0);
    }

    private JsonObjectBuilder settings() {
        return Json.createObjectBuilder()
                .add("address", courier.address("/sms"))
                .add("body", "to={to}&from={from}&text={text}&ref={id}&report={hook}&ttl={validityMinutes}")
                .add("authentication", "bearer")
                .add("secret", SECRET)
                .add("checkAddress", courier.address("/balance"))
                .add("messageId", "$.id")
                .add("receiptId", "id")
                .add("receiptState", "status")
                .add("receiptStates", "delivered=DELIVERED | failed=UNDELIVERED")
                .add("receiptTime", "at");
    }

    private String book() {
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
