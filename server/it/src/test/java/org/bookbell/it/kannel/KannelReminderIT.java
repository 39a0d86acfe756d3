package org.bookbell.it.kannel;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole way: an appointment, the server, Kannel, an SMS center, and a client who answers. */
@SuppressWarnings("NullAway.Init")
class KannelReminderIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LEAD = Duration.ofHours(1);
    private static final String GATEWAY = "/api/v1/operator/gateways/kannel";

    private static SmsCenter center;
    private static BookbellServer server;
    private static Shop shop;
    private static Kannel kannel;

    @BeforeAll
    static void send_by_kannel() {
        center = SmsCenter.start();
        server = BookbellServer.on(Vendor.H2.freshSchema());
        shop = Shop.on(server, 2);
        shop.sendAtAnyHour(server.operator());
        shop.remindBySms(Json.createObjectBuilder().add("unit", "HOURS").add("amount", LEAD.toHours()));
        var elsewhere = Map.of("address", "http://127.0.0.1:1/", "username", "nobody", "password", "none");
        Shop.create(
                server.operator(),
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", "kannel")
                        .add("kind", "SMS")
                        .add("provider", "kannel")
                        .add("settings", Json.createObjectBuilder(elsewhere)));
        await().atMost(PATIENCE).until(() -> gateway().containsKey("hookAddress"));
        kannel = Kannel.start(gateway().getString("hookAddress"), configuration -> configuration.connectedWith(center));
        var settings = kannel.settings(Map.of("sender", "Salon", "replies", "true"));
        var changed = server.operator()
                .send(
                        "PUT",
                        GATEWAY,
                        Json.createObjectBuilder()
                                .add("settings", Json.createObjectBuilder(settings))
                                .build()
                                .toString());
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        await("Kannel at the SMS center").atMost(PATIENCE).until(center::isBound);
    }

    @AfterAll
    static void stop() {
        if (kannel != null) {
            kannel.close();
        }
        if (server != null) {
            server.kill();
        }
        if (center != null) {
            center.close();
        }
    }

    @Test
    void the_account_is_checked_by_kannels_status_page() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                server.operator().post(GATEWAY + "/check", "").body())
                        .contains("WORKS"));
    }

    @Test
    void a_reminder_is_delivered_and_what_its_client_answers_confirms_the_appointment() {
        var appointment = book("+15550009901");

        await("delivery").atMost(PATIENCE).until(() -> states(appointment), states -> states.contains("DELIVERED"));
        assertThat(center.submittedTo("+15550009901")).first().satisfies(part -> {
            assertThat(part.from()).isEqualTo("Salon");
            assertThat(part.text()).contains("Shop " + shop.slug());
        });

        center.sendFromPhone("15550009901", "Salon", 8, " c! ".getBytes(UTF_16BE));
        await("confirmation")
                .atMost(PATIENCE)
                .until(() -> shop.statusOf(appointment).equals("CONFIRMED"));
    }

    @Test
    void a_number_that_the_sms_center_does_not_know_is_on_the_call_list() {
        var appointment = book("+15550009911");

        await("refusal").atMost(PATIENCE).until(() -> states(appointment), states -> states.contains("UNDELIVERED"));
        await("call")
                .atMost(PATIENCE)
                .until(
                        () -> shop.api().get(shop.path() + "/callList").body(),
                        body -> body.contains("INVALID_RECIPIENT"));
    }

    private static JsonObject gateway() {
        return server.operator().get(GATEWAY).json();
    }

    private static List<String> states(String appointment) {
        var found = shop.api().get(shop.path() + "/messages?channel=SMS&appointment=" + appointment);
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(message -> message.getString("state"))
                .toList();
    }

    private static String book(String mobile) {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(LEAD).plusSeconds(6);
        return shop.bookBySms("Ann Client", mobile, start);
    }
}
