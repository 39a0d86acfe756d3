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
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reminders are refused: one e-mail names whom to call, one is sent again by e-mail, the other one is called. */
@SuppressWarnings("NullAway.Init")
class CallListIT {

    private static final Duration LEAD = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static BookbellServer server;
    private static Shop shop;

    @BeforeAll
    static void phones_refuse_what_a_mailbox_takes() {
        server = BookbellServer.on(Vendor.H2.freshSchema());
        shop = Shop.on(server, 2);
        addGateway("phones", "SMS", "simulator", "refuse");
        addGateway("letters", "EMAIL", "mailbox", "deliver");
        shop.sendAtAnyHour(server.operator());
        shop.remindBySms(Json.createObjectBuilder().add("unit", "HOURS").add("amount", LEAD.toHours()));
        Shop.create(
                server.operator(),
                shop.path() + "/members",
                Json.createObjectBuilder()
                        .add("name", "Olga Owner")
                        .add("email", "olga@example.org")
                        .add("role", "OWNER"));
    }

    @AfterAll
    static void stop() {
        server.kill();
    }

    @Test
    void organizers_are_told_once_and_what_they_do_about_it_takes_people_off_the_list() {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(LEAD).plusSeconds(8);
        book(0, start, "Ann Arbor", "+12125550123");
        book(1, start, "Bob Brook", "+12125550124");

        await().atMost(PATIENCE).until(() -> calls("").size() == 2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailbox())
                        .contains("2 people to call")
                        .contains("Ann Arbor", "tel:+12125550123", "Bob Brook", "tel:+12125550124")
                        .contains("the gateway does not allow this text"));
        assertThat(alerts()).hasSize(1);

        var first = calls("").get(0);
        assertThat(first.getString("sms")).startsWith("sms:+1212555012").contains("?&body=Reminder%20");
        var asked = resend(first);
        assertThat(asked.getString("outcome")).isEqualTo("PLANNED");
        assertThat(resend(first)).isEqualTo(asked);
        await().atMost(PATIENCE).until(() -> calls("").size() == 1);
        assertThat(mailbox()).contains("Reminder: your appointment");

        var second = calls("").get(0).getString("id");
        var told = shop.api().post(shop.path() + "/callList/" + second + "/handled", "{\"note\":\"told\"}");
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        assertThat(calls("")).isEmpty();
        assertThat(calls("?state=HANDLED"))
                .singleElement()
                .satisfies(call -> assertThat(call.getString("handledBy")).isEqualTo("tests"));
        assertThat(alerts()).hasSize(1);
    }

    @Test
    void a_report_is_seen_and_answered_and_the_answer_comes_by_email() {
        var start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(3));
        var appointment = book(0, start, "Cleo Clark", "+12125550125");
        var message = new Ledger(shop).reminderOf(appointment).getString("id");
        var owner = server.operator();

        var reported = owner.post(shop.path() + "/messages/" + message + "/report", "{\"note\":\"Nothing came.\"}");

        assertThat(reported.status()).as(reported.toString()).isEqualTo(200);
        assertThat(reported.json()).doesNotContainKey("seenAt");
        var reports = owner.get("/api/v1/operator/reports").json().getJsonArray("items");
        assertThat(reports).hasSize(1);
        var id = reports.getJsonObject(0).getString("id");
        assertThat(reports.getJsonObject(0).getJsonObject("history").getJsonArray("events"))
                .isNotEmpty();
        var answered = owner.post("/api/v1/operator/reports/" + id + "/answer", "{\"text\":\"It is not due yet.\"}");
        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(mailbox()).contains("It is not due yet."));
        var shown = shop.api().get(shop.path() + "/messages/" + message).json();
        assertThat(shown.getJsonArray("reports").getJsonObject(0).getString("answer"))
                .isEqualTo("It is not due yet.");
    }

    private static void addGateway(String name, String kind, String provider, String behavior) {
        Shop.create(
                server.operator(),
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("kind", kind)
                        .add("provider", provider)
                        .add(
                                "settings",
                                Json.createObjectBuilder()
                                        .add("behavior", behavior)
                                        .add("refusalReason", "CONTENT")));
    }

    private static String book(int staff, Instant start, String name, String mobile) {
        var wish = shop.wish(shop.staff().get(staff), start)
                .add("offeredOnly", false)
                .add("smsConsent", true)
                .add(
                        "client",
                        Json.createObjectBuilder()
                                .add("name", name)
                                .add("mobile", mobile)
                                .add("email", name.replace(' ', '.') + "@example.org"));
        return Shop.create(shop.api(), shop.path() + "/appointments", wish).getString("id");
    }

    private static JsonObject resend(JsonObject call) {
        var body = "{\"ids\":[\"" + call.getString("id") + "\"],\"channel\":\"EMAIL\"}";
        var answer = shop.api().with("Idempotency-Key", "resend-1").post(shop.path() + "/callList/resend", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().getJsonArray("items").getJsonObject(0);
    }

    private static List<JsonObject> calls(String query) {
        return items(shop.path() + "/callList" + query);
    }

    private static List<JsonObject> alerts() {
        return items(shop.path() + "/messages?channel=EMAIL&limit=200").stream()
                .filter(message -> message.getString("kind").equals("ALERT"))
                .filter(message ->
                        message.getJsonObject("to").getString("address").equals("olga@example.org"))
                .toList();
    }

    private static List<JsonObject> items(String path) {
        var answer = shop.api().get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static String mailbox() {
        return server.operator().get("/demo/mailbox").body();
    }
}
