package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Mailbox;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;

/** Clients and staff choose what they are sent, and what waits is planned by it before the answer comes. */
class OwnChoicesIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9)).plus(Duration.ofHours(15));
    private static final String TWO_DAYS_BEFORE =
            "{\"choices\":[{\"kind\":\"REMINDER\",\"channel\":\"EMAIL\",\"wanted\":true,\"hoursBefore\":48}]}";

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Mailbox mailbox = Mailbox.of(server);
    private final Shop shop = Shop.on(server, 1);
    private final String address = "eva@" + shop.slug() + ".example";
    private final String client = Shop.create(
                    shop.api(),
                    shop.path() + "/clients",
                    Json.createObjectBuilder()
                            .add("name", "Eva Early")
                            .add("email", address)
                            .add("mobile", "+12125550123"))
            .getString("id");
    private final String choicesPath = shop.path() + "/clients/" + client + "/choices";

    @Test
    void what_a_client_chooses_moves_what_waits_and_taking_it_back_moves_it_again() {
        var appointment = book();

        var nothing = shop.api().get(choicesPath);
        var chosen = shop.api().send("PUT", choicesPath, TWO_DAYS_BEFORE);
        var moved = remindersByMail(appointment, "CLIENT");
        var never = shop.api()
                .send(
                        "PUT",
                        choicesPath,
                        "{\"choices\":[{\"kind\":\"REMINDER\",\"channel\":\"EMAIL\",\"wanted\":false}]}");
        var stopped = remindersByMail(appointment, "CLIENT");
        shop.api().send("PUT", choicesPath, "{\"choices\":[]}");

        assertThat(nothing.json().getJsonArray("choices")).isEmpty();
        assertThat(chosen.json().getJsonArray("choices").getJsonObject(0).getInt("hoursBefore"))
                .isEqualTo(48);
        assertThat(moved).containsExactly("PLANNED " + START.minus(Duration.ofHours(48)));
        assertThat(never.status()).isEqualTo(200);
        assertThat(stopped).containsExactly("SKIPPED NOT_WANTED");
        assertThat(remindersByMail(appointment, "CLIENT"))
                .containsExactly("PLANNED " + START.minus(Duration.ofHours(24)));
    }

    @Test
    void staff_choose_for_themselves() {
        var staff = shop.path() + "/staff/" + shop.staff().get(0);
        shop.api().send("PUT", staff, "{\"name\":\"Sam\",\"email\":\"sam@" + shop.slug() + ".example\"}");
        var appointment = book();

        var chosen = shop.api().send("PUT", staff + "/choices", TWO_DAYS_BEFORE);

        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(200);
        assertThat(shop.api().get(staff + "/choices").json()).isEqualTo(chosen.json());
        assertThat(remindersByMail(appointment, "STAFF"))
                .containsExactly("PLANNED " + START.minus(Duration.ofHours(48)));
        assertThat(remindersByMail(appointment, "CLIENT"))
                .containsExactly("PLANNED " + START.minus(Duration.ofHours(24)));
    }

    @Test
    void who_saw_other_choices_does_not_overwrite_these() {
        var first = shop.api().get(choicesPath).header("ETag");
        var second = shop.api().send("PUT", choicesPath, TWO_DAYS_BEFORE).header("ETag");

        var late = shop.api().with("If-Match", first).send("PUT", choicesPath, "{\"choices\":[]}");
        var inTime = shop.api().with("If-Match", second).send("PUT", choicesPath, "{\"choices\":[]}");

        assertThat(first).isEqualTo("\"0\"");
        assertThat(late.status()).as(late.toString()).isEqualTo(412);
        assertThat(inTime.status()).as(inTime.toString()).isEqualTo(200);
        assertThat(inTime.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void every_fault_of_choices_is_told_with_its_place() {
        var wrong = shop.api()
                .send(
                        "PUT",
                        choicesPath,
                        "{\"choices\":[{\"kind\":\"CHANGE\",\"channel\":\"EMAIL\",\"wanted\":true,\"hoursBefore\":2},"
                                + "{\"kind\":\"ALERT\",\"channel\":\"FAX\",\"wanted\":true},"
                                + "{\"kind\":\"REMINDER\",\"channel\":\"SMS\",\"hoursBefore\":721}]}");
        var twice = shop.api()
                .send(
                        "PUT",
                        choicesPath,
                        "{\"choices\":[{\"kind\":\"CHANGE\",\"channel\":\"EMAIL\",\"wanted\":true},"
                                + "{\"kind\":\"CHANGE\",\"channel\":\"EMAIL\",\"wanted\":false}]}");
        var missing = shop.api().send("PUT", choicesPath, "{}");

        assertThat(List.of(wrong.status(), twice.status(), missing.status())).containsOnly(422);
        assertThat(pointers(wrong))
                .containsExactlyInAnyOrder(
                        "/choices/0/hoursBefore",
                        "/choices/1/kind",
                        "/choices/1/channel",
                        "/choices/2/hoursBefore",
                        "/choices/2/wanted");
        assertThat(pointers(twice)).containsExactly("/choices/1");
        assertThat(pointers(missing)).containsExactly("/choices");
        assertThat(shop.api().get(choicesPath).json().getJsonArray("choices")).isEmpty();
    }

    @Test
    void a_client_chooses_behind_the_link_of_a_message_without_signing_in() {
        var appointment = book();
        var page = mailbox.awaitLinks(address, 1).get(0) + "/choices";

        var shown = server.api().get(page);
        var saved = server.api().submit(page, "REMINDER-EMAIL=72&REMINDER-SMS=yes&CHANGE-SMS=no&smsConsent=on");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body()).contains("Your messages", "REMINDER-SMS", "smsConsent");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(303);
        assertThat(server.api().get(page).body())
                .containsPattern("value=\"72\" selected[^>]*>3 days before")
                .doesNotContain("smsConsent");
        assertThat(remindersByMail(appointment, "CLIENT"))
                .containsExactly("PLANNED " + START.minus(Duration.ofHours(72)));
        assertThat(reminders(appointment, "SMS", "CLIENT")).contains("PLANNED " + START.minus(Duration.ofHours(24)));
        assertThat(shop.api().get(choicesPath).json().getJsonArray("choices")).hasSize(3);
        assertThat(shop.api()
                        .get(shop.path() + "/clients/" + client + "/consents")
                        .body())
                .contains("SELF_PAGE");
        assertThat(server.api().submit(page, "CHANGE-SMS=24").status()).isEqualTo(422);
        assertThat(server.api().get(page.replace("/choices", "x/choices")).status())
                .isEqualTo(404);
    }

    private String book() {
        var booked = shop.api()
                .post(
                        shop.path() + "/appointments",
                        shop.wish(shop.staff().get(0), START)
                                .add("client", Json.createObjectBuilder().add("id", client))
                                .build()
                                .toString());
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.json().getString("id");
    }

    private List<String> remindersByMail(String appointment, String audience) {
        return reminders(appointment, "EMAIL", audience);
    }

    /** "PLANNED 2026-11-30T09:00:00Z", or a state and its reason. */
    private List<String> reminders(String appointment, String channel, String audience) {
        var found = shop.api().get(shop.path() + "/messages?channel=" + channel + "&appointment=" + appointment);
        return found.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(message -> message.getString("kind").equals("REMINDER"))
                .filter(message -> message.getJsonObject("to").getString("kind").equals(audience))
                .map(message -> message.getString("state") + " "
                        + message.getString(
                                "reasonCode",
                                OffsetDateTime.parse(message.getString("dueAt"))
                                        .toInstant()
                                        .toString()))
                .toList();
    }

    private static List<String> pointers(Answer refused) {
        return refused.json().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("pointer"))
                .toList();
    }
}
