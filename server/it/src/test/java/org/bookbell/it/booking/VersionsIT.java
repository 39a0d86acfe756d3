package org.bookbell.it.booking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;

/** Who changes what somebody else changed meanwhile is told so; a request that is repeated takes effect once. */
class VersionsIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(9));
    private static final String RULE =
            "{\"audience\":\"CLIENT\",\"channel\":\"EMAIL\",\"unit\":\"HOURS\",\"amount\":%d}";

    private final BookbellServer server = BookbellServer.shared(Vendor.H2);
    private final Shop shop = Shop.on(server, 1);

    @Test
    void a_changed_client_is_not_overwritten() {
        var client = shop.path() + "/clients/" + client();

        assertOnlyTheFirstChanges("PUT", client, "{\"name\":\"Ann\"}", "{\"name\":\"Bob\"}");

        assertThat(shop.api().get(client).json().getString("name")).isEqualTo("Ann");
    }

    @Test
    void a_changed_staff_member_is_not_overwritten() {
        var staff = shop.path() + "/staff/" + shop.staff().get(0);

        assertOnlyTheFirstChanges("PUT", staff, "{\"name\":\"Ann\"}", "{\"name\":\"Bob\"}");

        assertThat(shop.api().get(staff).json().getString("name")).isEqualTo("Ann");
    }

    @Test
    void a_changed_appointment_is_not_overwritten_and_not_moved() {
        var appointment = shop.path() + "/appointments/" + appointment();
        var seen = shop.api().get(appointment).header("ETag");

        assertOnlyTheFirstChanges("PATCH", appointment, "{\"note\":\"first\"}", "{\"note\":\"second\"}");
        var moved = shop.api()
                .with("If-Match", seen)
                .post(appointment + "/reschedule", "{\"start\":\"" + START.plus(Duration.ofHours(3)) + "\"}");

        assertStale(moved);
        assertThat(shop.api().get(appointment).json().getString("note")).isEqualTo("first");
        assertThat(shop.statusesAt(START)).containsExactly("BOOKED");
    }

    @Test
    void a_changed_reminder_rule_is_not_overwritten() {
        var rule = shop.path() + "/reminderRules/"
                + Shop.create(shop.api(), shop.path() + "/reminderRules", rule(6))
                        .getString("id");

        assertOnlyTheFirstChanges("PUT", rule, RULE.formatted(7), RULE.formatted(8));

        assertThat(shop.api().get(rule).json().getInt("amount")).isEqualTo(7);
    }

    @Test
    void a_removal_of_a_rule_is_previewed_and_removes_nothing() {
        var rule =
                Shop.create(shop.api(), shop.path() + "/reminderRules", rule(6)).getString("id");
        appointment();
        var preview = shop.path() + "/reminderRules/preview";

        var removing = shop.api().post(preview, "{\"rule\":\"" + rule + "\",\"remove\":true}");
        var mixed = shop.api().post(preview, "{\"rule\":\"" + rule + "\",\"remove\":true,\"amount\":5}");
        var ofNone = shop.api().post(preview, "{\"remove\":true}");

        assertThat(removing.status()).as(removing.toString()).isEqualTo(200);
        assertThat(removing.json().getInt("cancelled")).isEqualTo(1);
        assertThat(removing.json().getInt("added")).isZero();
        assertThat(shop.api().get(shop.path() + "/reminderRules/" + rule).status())
                .isEqualTo(200);
        assertThat(List.of(mixed.status(), ofNone.status())).containsOnly(422);
        assertThat(ofNone.body()).contains("/rule");
    }

    @Test
    void a_consent_that_is_sent_twice_under_one_key_is_given_once() {
        var client = shop.path() + "/clients/" + client();
        var once = shop.api().with("Idempotency-Key", "consent-" + shop.slug());

        var first = once.post(client + "/consents", "{\"channel\":\"SMS\"}");
        shop.api().delete(client + "/consents/SMS");
        var second = once.post(client + "/consents", "{\"channel\":\"SMS\"}");
        var other = once.post(client + "/consents", "{\"channel\":\"EMAIL\"}");

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(shop.api()
                        .get(client + "/consents")
                        .json()
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(consent -> assertThat(consent).containsKey("withdrawnAt"));
    }

    /** Both saw the same state, one after the other changes it; whoever reads again may. */
    private void assertOnlyTheFirstChanges(String method, String path, String first, String second) {
        var seen = shop.api().get(path).header("ETag");
        assertThat(seen).matches("\"\\d+\"");

        var changed = shop.api().with("If-Match", seen).send(method, path, first);
        var late = shop.api().with("If-Match", seen).send(method, path, second);
        var unreadable = shop.api().with("If-Match", "\"other\"").send(method, path, second);
        var readAgain = shop.api().with("If-Match", changed.header("ETag")).send(method, path, first);
        var whatever = shop.api().with("If-Match", "*").send(method, path, first);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertStale(late);
        assertStale(unreadable);
        assertThat(readAgain.status()).as(readAgain.toString()).isEqualTo(200);
        assertThat(whatever.status()).as(whatever.toString()).isEqualTo(200);
    }

    private static void assertStale(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(412);
        assertThat(answer.json().getString("type")).endsWith("/docs/errors/stale-version");
    }

    private String client() {
        return Shop.create(
                        shop.api(),
                        shop.path() + "/clients",
                        Json.createObjectBuilder().add("name", "Eva"))
                .getString("id");
    }

    private String appointment() {
        var booked = shop.book(shop.staff().get(0), START, "client-of-" + shop.slug());
        assertThat(booked.status()).as(booked.toString()).isEqualTo(201);
        return booked.json().getString("id");
    }

    private static JsonObjectBuilder rule(int hours) {
        return Json.createObjectBuilder()
                .add("audience", "CLIENT")
                .add("channel", "EMAIL")
                .add("unit", "HOURS")
                .add("amount", hours);
    }
}
