package org.bookbell.it.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.kannel.SmsCenter;
import org.bookbell.it.kannel.SubmittedPart;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reminders over SMPP to a message center that was not written here. */
@SuppressWarnings("NullAway.Init")
class SmppIT {

    private static final Duration LEAD = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static SmsCenter center;
    private static BookbellServer server;
    private static Shop shop;
    private static Ledger ledger;

    @BeforeAll
    static void remind_by_way_of_the_message_center() {
        center = SmsCenter.start();
        server = BookbellServer.on(Vendor.H2.freshSchema());
        shop = Shop.on(server, 8);
        ledger = new Ledger(shop);
        var settings = Json.createObjectBuilder()
                .add("host", "127.0.0.1")
                .add("port", Integer.toString(center.port()))
                .add("systemId", "bookbell")
                .add("password", "s3cret")
                .add("sender", "72404")
                .add("replies", "true");
        Shop.create(
                server.operator(),
                "/api/v1/operator/gateways",
                Json.createObjectBuilder()
                        .add("name", "center")
                        .add("kind", "SMS")
                        .add("provider", "smpp")
                        .add("settings", settings));
        shop.sendAtAnyHour(server.operator());
        shop.remindBySms(Json.createObjectBuilder().add("unit", "HOURS").add("amount", LEAD.toHours()));
        awaitTaken();
    }

    /** The first message waits until the gateway is bound, and the first booking takes longest. */
    private static void awaitTaken() {
        var mobile = "+12125550199";
        book(mobile);
        await().atMost(PATIENCE).until(() -> !center.submittedTo(mobile).isEmpty());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.kill();
        }
        if (center != null) {
            center.close();
        }
    }

    @Test
    void a_reminder_is_delivered_and_the_answer_to_it_confirms() {
        var appointment = book("+12125550101");
        var reminder = ledger.reminderOf(appointment);

        awaitState(reminder, "DELIVERED");

        assertThat(remindersTo("+12125550101")).singleElement().satisfies(sms -> {
            assertThat(sms.from()).isEqualTo("72404");
            assertThat(sms.typeOfSender()).isEqualTo(3);
            assertThat(sms.textReadByNode()).contains("Shop " + shop.slug());
            assertThat(sms.wantsReceipt()).isTrue();
            assertThat(sms.validity()).isBetween(Instant.now(), Instant.now().plus(LEAD));
        });

        center.sendFromPhone("12125550101", "72404", 0, "C".getBytes(US_ASCII));
        await().atMost(PATIENCE).until(() -> shop.statusOf(appointment).equals("CONFIRMED"));
    }

    @Test
    void a_receipt_that_says_undelivered_puts_the_client_on_the_call_list() {
        var reminder = ledger.reminderOf(book("+12125550102"));

        awaitState(reminder, "UNDELIVERED");

        assertThat(ledger.history(reminder)
                        .getJsonArray("receipts")
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo("UNDELIV 00b");
        await().atMost(PATIENCE)
                .until(() -> !shop.api()
                        .get(shop.path() + "/callList")
                        .json()
                        .getJsonArray("items")
                        .isEmpty());
    }

    @Test
    void a_receipt_may_be_told_by_tlvs_only() {
        awaitState(ledger.reminderOf(book("+12125550121")), "DELIVERED");
    }

    @Test
    void a_receipt_may_write_the_id_base_10() {
        awaitState(ledger.reminderOf(book("+12125550122")), "DELIVERED");
    }

    @Test
    void a_number_that_the_message_center_refuses_is_not_tried_again() {
        var reminder = ledger.reminderOf(book("+12125550111"));

        awaitState(reminder, "REFUSED");

        var attempts = ledger.history(reminder).getJsonArray("attempts").getValuesAs(JsonObject.class);
        assertThat(attempts).singleElement().satisfies(attempt -> {
            assertThat(attempt.getString("code")).isEqualTo("INVALID_RECIPIENT");
            assertThat(attempt.getString("detail")).contains("ESME_RINVDSTADR", "0x0000000B");
        });
    }

    @Test
    void a_message_that_is_never_answered_is_unclear() {
        var reminder = ledger.reminderOf(book("+12125550120"));

        awaitState(reminder, "UNCLEAR");

        assertThat(remindersTo("+12125550120")).hasSize(1);
    }

    @Test
    void the_accounts_password_stands_in_no_log() throws IOException {
        awaitState(ledger.reminderOf(book("+12125550100")), "DELIVERED");

        assertThat(Files.readString(server.data().resolve("log/server.0.log")))
                .contains("smpp-center-1 is bound to 127.0.0.1:" + center.port())
                .doesNotContain("s3cret", "12125550100");
    }

    private static void awaitState(JsonObject message, String state) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> ledger.stateOf(message).equals(state));
    }

    private static List<SubmittedPart> remindersTo(String mobile) {
        return center.submittedTo(mobile).stream()
                .filter(sms -> sms.textReadByNode().startsWith("Reminder"))
                .toList();
    }

    private static String book(String mobile) {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(LEAD).plusSeconds(6);
        return shop.bookBySms("Ann " + mobile.substring(10), mobile, start);
    }
}
