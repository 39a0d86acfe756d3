package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** An appointment is booked, time passes, the reminder is sent, and the ledger knows what became of it. */
@ParameterizedClass
@MethodSource("vendors")
@SuppressWarnings("NullAway.Init")
class ReminderIT {

    private static final Duration LEAD = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static BookbellServer server;
    private static Shop shop;
    private static Ledger ledger;

    @Parameter
    private Vendor vendor;

    static Stream<Vendor> vendors() {
        return Vendor.inGate(Vendor.MARIADB, Vendor.H2);
    }

    @BeforeParameterizedClassInvocation
    static void remind_an_hour_before_by_simulated_phone_at_any_hour(Vendor vendor) {
        server = BookbellServer.on(vendor.freshSchema());
        shop = Shop.on(server, 4);
        ledger = new Ledger(shop);
        Shop.create(
                server.operator(),
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", "phones")
                        .add("kind", "SMS")
                        .add("provider", "simulator"));
        shop.sendAtAnyHour(server.operator());
        shop.remindBySms(Json.createObjectBuilder().add("unit", "HOURS").add("amount", LEAD.toHours()));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.kill();
    }

    @Test
    void a_reminder_is_planned_sent_in_time_and_delivered() {
        var planned = ledger.reminderOf(book(soonDue()));
        assertThat(planned.getString("state")).isEqualTo("PLANNED");

        awaitDelivery(planned);

        var message = ledger.history(planned);
        assertThat(Ledger.states(message))
                .containsSubsequence("PLANNED", "CLAIMED", "SUBMITTING", "ACCEPTED", "DELIVERED");
        assertThat(Ledger.submittedAt(message))
                .isBetween(Ledger.time(planned, "dueAt"), Ledger.time(planned, "usefulUntil"))
                .isBefore(Ledger.time(planned, "dueAt").plusSeconds(30));
        assertThat(server.operator().get("/demo/phones").body()).contains("Reminder");
        assertThat(server.api().get("/metrics").body())
                .contains(
                        "bookbell_messages_total{channel=\"sms\",mp_scope=\"application\",state=\"delivered\"}",
                        "bookbell_attempts_total{gateway=\"phones\",mp_scope=\"application\",outcome=\"accepted\"}",
                        "bookbell_submit_duration_seconds_count{gateway=\"phones\"",
                        "bookbell_receipts_total{mp_scope=\"application\",step=\"applied\"}",
                        "bookbell_job_lag_seconds{",
                        "bookbell_calls_open{",
                        "bookbell_lease_held{");
    }

    @Test
    void a_server_that_was_down_when_a_reminder_fell_due_sends_it_after_its_start() {
        var planned = ledger.reminderOf(book(soonDue()));

        server.kill();
        awaitTime(Ledger.time(planned, "dueAt"));
        server.startAgain();

        awaitDelivery(planned);
        assertThat(ledger.history(planned).getJsonArray("attempts")).hasSize(1);
    }

    @Test
    void a_server_that_was_paused_for_longer_than_its_lease_sends_what_fell_due_meanwhile() {
        var planned = ledger.reminderOf(book(soonDue()));

        server.pause();
        awaitTime(Ledger.time(planned, "dueAt").plus(LEASE));
        server.goOn();

        awaitDelivery(planned);
        assertThat(ledger.history(planned).getJsonArray("attempts")).hasSize(1);
    }

    @Test
    void a_cancelled_appointment_takes_its_reminder_with_it() {
        var appointment = book(soonDue());
        var planned = ledger.reminderOf(appointment);

        shop.api().post(shop.path() + "/appointments/" + appointment + "/cancel", "{\"reason\":\"is ill\"}");
        awaitTime(Ledger.time(planned, "dueAt").plusSeconds(3));

        assertThat(ledger.stateOf(planned)).isEqualTo("CANCELLED");
        assertThat(ledger.history(planned).getJsonArray("attempts")).isEmpty();
    }

    private static void awaitTime(Instant time) {
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(time));
    }

    private static void awaitDelivery(JsonObject message) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> ledger.stateOf(message).equals("DELIVERED"));
    }

    /** A start whose reminder falls due in some seconds. */
    private static Instant soonDue() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(LEAD).plusSeconds(6);
    }

    private static String book(Instant start) {
        var wish = shop.wish(start)
                .add("offeredOnly", false)
                .add("smsConsent", true)
                .add(
                        "client",
                        Json.createObjectBuilder().add("name", "Ann Client").add("mobile", "+12125550123"));
        return Shop.create(shop.api(), shop.path() + "/appointments", wish).getString("id");
    }
}
