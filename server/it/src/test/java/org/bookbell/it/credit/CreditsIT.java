package org.bookbell.it.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organization buys credit, sends text messages with it, is given it back, and runs out of it. */
class CreditsIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String NUMBER = "+12015550188";
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);
    private final String gateway = "phones-" + shop.slug();

    @BeforeEach
    void set_a_price() {
        Shop.create(
                server.operator(),
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", gateway)
                        .add("kind", "SMS")
                        .add("provider", "simulator")
                        .add("position", 1));
        price("[{\"prefix\":\"" + NUMBER + "\",\"milliCredits\":75}]");
    }

    @AfterEach
    void make_everything_free() {
        price("[]");
    }

    @Test
    void what_is_sent_is_charged_and_given_back_for_a_time_that_is_declared_free() {
        var began = Instant.now().minusSeconds(60);
        var bought = buy("invoice-1", "once-1");
        var boughtAgain = buy("invoice-1", "once-1");
        var refused = buy("invoice-1", "twice-1");

        assertThat(bought.status()).as(bought.toString()).isEqualTo(201);
        assertThat(boughtAgain.body()).isEqualTo(bought.body());
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);

        tellOwnerBelow(9_990);
        book();
        await().atMost(SOON).until(() -> kinds().contains("CHARGE"));
        await().atMost(SOON).until(() -> mailToOwner().contains("ALERT"));
        var charged = credits();
        assertThat(charged.getInt("reserved")).isZero();
        assertThat(charged.getInt("balance")).isLessThan(10_000);
        assertThat(charged.getJsonObject("thisMonth").getInt("spent")).isEqualTo(10_000 - charged.getInt("balance"));

        var window = Shop.create(
                server.operator(),
                "/api/v1/operator/noChargeWindows",
                Json.createObjectBuilder()
                        .add("organization", shop.slug())
                        .add("from", began.toString())
                        .add("reason", "nothing arrived"));
        await().atMost(SOON).until(() -> kinds().contains("REFUND"));
        assertThat(credits().getInt("balance")).isEqualTo(10_000);
        var ended = server.operator().post("/api/v1/operator/noChargeWindows/" + window.getString("id") + "/end", "{}");
        assertThat(ended.status()).as(ended.toString()).isEqualTo(200);

        var statement = shop.api().get(shop.path() + "/credits/statement?month=" + YearMonth.now(ZoneOffset.UTC));
        assertThat(statement.header("Content-Type")).startsWith("text/csv");
        assertThat(statement.body().lines())
                .hasSize(kinds().size() + 3)
                .anyMatch(line -> line.contains(",OPENING,,0.000,"))
                .anyMatch(line -> line.contains(",PURCHASE,10.000,10.000,"))
                .anyMatch(line -> line.endsWith(",CLOSING,,10.000,,,,"));
    }

    @Test
    void without_credit_a_text_message_is_skipped_and_says_why() {
        var configured =
                shop.api().send("PUT", shop.path() + "/credits", "{\"atZero\":\"CALL_LIST\",\"lowBelow\":500}");
        assertThat(configured.status()).as(configured.toString()).isEqualTo(200);

        book();

        await().atMost(SOON).untilAsserted(() -> assertThat(textMessages()).contains("SKIPPED NO_CREDIT"));
        assertThat(credits().getString("atZero")).isEqualTo("CALL_LIST");
        assertThat(kinds()).isEmpty();
        assertThat(shop.api().get(shop.path() + "/callList").body()).contains("NO_CREDIT");
    }

    private void tellOwnerBelow(int limit) {
        Shop.create(
                server.operator(),
                shop.path() + "/members",
                Json.createObjectBuilder()
                        .add("email", "owner-of-" + shop.slug() + "@example.org")
                        .add("name", "Olga")
                        .add("role", "OWNER"));
        var configured = shop.api()
                .send("PUT", shop.path() + "/credits", "{\"atZero\":\"EMAIL_INSTEAD\",\"lowBelow\":" + limit + "}");
        assertThat(configured.status()).as(configured.toString()).isEqualTo(200);
    }

    private List<String> mailToOwner() {
        var found = shop.api().get(shop.path() + "/messages?channel=EMAIL");
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(message -> message.getString("kind"))
                .toList();
    }

    private void price(String prices) {
        var set = server.operator().send("PUT", "/api/v1/operator/prices", "{\"prices\":" + prices + "}");
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
    }

    private Answer buy(String reference, String key) {
        return server.operator()
                .with("Idempotency-Key", shop.slug() + key)
                .post(
                        "/api/v1/operator/organizations/" + shop.slug() + "/credits",
                        "{\"kind\":\"PURCHASE\",\"milliCredits\":10000,\"reference\":\"" + reference + "\"}");
    }

    private void book() {
        var client = Json.createObjectBuilder().add("name", "Ann").add("mobile", NUMBER);
        var wish = shop.wish(START).add("client", client).add("smsConsent", true);
        var booked = shop.api().post(shop.path() + "/appointments", wish.build().toString());
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
    }

    private JsonObject credits() {
        return shop.api().get(shop.path() + "/credits").json();
    }

    private List<String> kinds() {
        var entries = shop.api().get(shop.path() + "/credits/entries?limit=500");
        return entries.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getString("kind"))
                .toList();
    }

    private List<String> textMessages() {
        var found = shop.api().get(shop.path() + "/messages?channel=SMS");
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(message -> message.getString("state") + " " + message.getString("reasonCode", ""))
                .toList();
    }
}
