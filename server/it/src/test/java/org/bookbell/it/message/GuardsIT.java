package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.Api;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that limits hold, as an operator sees and decides about them; and a client who books and cancels in turns. */
class GuardsIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Api operator = server.operator();
    private final Shop shop = Shop.on(server, 1);

    @BeforeEach
    void add_a_gateway() {
        Shop.create(
                operator,
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", "phones-" + shop.slug())
                        .add("kind", "SMS")
                        .add("provider", "simulator")
                        .add("position", 1));
    }

    @Test
    void what_is_held_is_shown_with_its_reason_and_released_or_dropped() {
        limit("{\"smsPrefixes\":[\"+41\"],\"smsPerDay\":100}");
        book(0);
        await().atMost(SOON).untilAsserted(() -> assertThat(textMessages()).containsExactly("HELD COUNTRY"));
        assertThat(held()).singleElement().satisfies(group -> {
            assertThat(group.getString("guard")).isEqualTo("COUNTRY");
            assertThat(group.getInt("messages")).isEqualTo(1);
        });
        assertThat(operator.get("/operator/held").body()).contains("text messages to this country are not allowed");

        assertThat(decide("release", "{\"guard\":\"COUNTRY\"}").json().getInt("messages"))
                .isEqualTo(1);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(textMessages())
                        .allMatch(each -> each.startsWith("DELIVERED") || each.startsWith("ACCEPTED")));

        book(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(textMessages()).contains("HELD COUNTRY"));
        assertThat(decide("drop", "{}").json().getInt("messages")).isEqualTo(1);
        assertThat(textMessages()).contains("SKIPPED HELD_BACK");
        assertThat(shop.api().get(shop.path() + "/callList").body()).contains("HELD_BACK");
        assertThat(held()).isEmpty();
    }

    @Test
    void limits_are_decided_by_form_too_and_wrong_ones_are_refused() {
        var page = "/operator/organizations/" + shop.slug() + "/limits";
        var saved = operator.submit(page, "smsPerDay=500&smsPrefixes=%2B41%2C+%2B423");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(303);
        assertThat(operator.get(page).body()).contains("value=\"500\"").contains("Now: 600");

        var both = operator.get("/api/v1" + page).json();
        assertThat(both.getJsonObject("own").getJsonObject("figures").getInt("smsPerDay"))
                .isEqualTo(500);
        assertThat(both.getJsonObject("effective").getJsonArray("smsPrefixes")).hasSize(2);

        var refused = operator.send("PUT", "/api/v1" + page, "{\"smsPrefixes\":[\"Switzerland\"],\"smsPerDay\":-1}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
    }

    @Test
    void who_books_and_cancels_in_turns_is_told_to_call_and_when_to_try_again() {
        var form = "&name=Loop&email=" + shop.slug() + "@example.org";
        for (int round = 0; round < 4; round++) {
            var booked = bookOnPage(round, form);
            assertThat(booked.status()).as(booked.toString()).isEqualTo(303);
            var link = booked.header("Location").replaceAll(".*(/self/[^?]+).*", "$1");
            assertThat(shop.visitor().submit(link + "/cancel", "").status()).isEqualTo(303);
        }

        var refused = bookOnPage(9, form);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(429);
        assertThat(refused.body()).contains("Please call us to book.");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(80_000, 86_400);
        var byProgram = shop.book(shop.staff().get(0), START.plus(Duration.ofHours(12)), shop.slug());
        assertThat(byProgram.status()).as(byProgram.toString()).isEqualTo(429);
        assertThat(byProgram.json().getString("type")).endsWith("/docs/errors/too-many-requests");
        assertThat(byProgram.json().getInt("retryAfter")).isPositive();
    }

    private Answer bookOnPage(int hour, String form) {
        var path = "/b/" + shop.slug() + "/" + shop.service() + "/details";
        return shop.visitor().submit(path, "start=" + START.plus(Duration.ofHours(hour)) + form);
    }

    private void limit(String limits) {
        var put = operator.send("PUT", "/api/v1/operator/organizations/" + shop.slug() + "/limits", limits);
        assertThat(put.status()).as(put.toString()).isEqualTo(200);
    }

    private Answer decide(String act, String body) {
        var decided = operator.post("/api/v1/operator/held/" + shop.slug() + "/" + act, body);
        assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
        return decided;
    }

    private void book(int hour) {
        var client = Json.createObjectBuilder().add("name", "Ann").add("mobile", "+1201555018" + hour);
        var wish = shop.wish(START.plus(Duration.ofHours(hour)))
                .add("client", client)
                .add("smsConsent", true);
        var booked = shop.api().post(shop.path() + "/appointments", wish.build().toString());
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
    }

    private List<JsonObject> held() {
        return operator.get("/api/v1/operator/held").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(group -> group.getString("organization").equals(shop.slug()))
                .toList();
    }

    /** Those that were due: "state reason code". */
    private List<String> textMessages() {
        var found = shop.api().get(shop.path() + "/messages?channel=SMS");
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(message -> message.getString("kind").equals("CONFIRMATION"))
                .map(message -> message.getString("state") + " " + message.getString("reasonCode", ""))
                .toList();
    }
}
