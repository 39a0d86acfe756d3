package org.bookbell.it.busy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product, which may ask one server of the tests for calendars, and no other on this machine. */
class OutsideCalendarsIT {

    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(3)).plus(Duration.ofHours(12));

    private static Calendars calendars;
    private static BookbellServer server;
    private static Shop shop;

    @BeforeAll
    static void start() throws IOException {
        calendars = new Calendars();
        server = BookbellServer.on(Vendor.H2.freshSchema(), Map.of("bookbell.calendars.allowed", calendars.origin()));
        shop = Shop.on(server, 6);
    }

    @AfterAll
    static void stop() {
        server.stop();
        calendars.close();
    }

    @Test
    void what_is_busy_elsewhere_cannot_be_booked_until_the_subscription_ends() {
        var staff = shop.staff().get(0);
        assertThat(shop.book(staff, NOON.minus(Duration.ofMinutes(30)), "early").status())
                .isEqualTo(201);
        calendars.busy(NOON.minus(Duration.ofMinutes(30)), NOON.plus(Duration.ofHours(1)));
        var id = subscribe(staff, calendars.origin() + "/good/secret-4711.ics");

        var calendar = awaitState(staff, id, "GOOD");

        assertThat(calendar.getInt("blocks")).isEqualTo(1);
        assertThat(calendar.getInt("conflicts")).isEqualTo(1);
        assertThat(calendar.toString()).doesNotContain("4711");
        assertThat(shop.book(staff, NOON, "taken").status()).isEqualTo(409);

        assertThat(shop.api().delete(path(staff) + "/" + id).status()).isEqualTo(204);
        assertThat(shop.book(staff, NOON, "free").status()).isEqualTo(201);
    }

    @Test
    void a_change_is_seen_when_somebody_asks_for_it() {
        var staff = shop.staff().get(1);
        calendars.busy(NOON, NOON.plus(Duration.ofHours(1)));
        var id = subscribe(staff, calendars.origin() + "/good/another.ics");
        awaitState(staff, id, "GOOD");
        calendars.busy(NOON.plus(Duration.ofHours(2)), NOON.plus(Duration.ofHours(3)));

        assertThat(shop.api().post(path(staff) + "/" + id + "/refresh", "{}").status())
                .isEqualTo(200);

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(shop.book(staff, NOON, "moved").status()).isEqualTo(201));
        assertThat(shop.book(staff, NOON.plus(Duration.ofHours(2)), "taken").status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2|/bad|line 2: DTSTART is missing",
                "2|/huge|larger than 5 MB",
                "3|/bomb|larger than 5 MB",
                "3|/drip|took too long",
                "4|/missing|status 404",
                "4|/away|must be reached by https",
            })
    void what_cannot_be_read_is_told(int staff, String place, String fault) {
        var id = subscribe(shop.staff().get(staff), calendars.origin() + place);

        var calendar = awaitState(shop.staff().get(staff), id, "FAILING");

        assertThat(calendar.getString("fault")).contains(fault);
        assertThat(calendar.getInt("blocks")).isZero();
        assertThat(calendars.asked()).doesNotContain("/inside");
    }

    @ParameterizedTest
    @CsvSource({"https://localhost/a.ics", "https://127.0.0.1/a.ics", "https://[::1]/a.ics", "https://169.254.169.254/"
    })
    void nobody_reaches_this_machine_or_its_network(String address) {
        var staff = shop.staff().get(5);

        var calendar = awaitState(staff, subscribe(staff, address), "FAILING");

        assertThat(calendar.getString("fault")).contains("private network");
    }

    @Test
    void what_is_not_allowed_at_all_is_refused_at_once() {
        var staff = shop.staff().get(5);
        for (var address :
                new String[] {"http://localhost:" + calendars.port() + "/inside", "ftp://example.org/a.ics"}) {
            var answer = shop.api()
                    .post(
                            path(staff),
                            Json.createObjectBuilder()
                                    .add("address", address)
                                    .build()
                                    .toString());

            assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        }
        assertThat(calendars.asked()).doesNotContain("/inside");
    }

    private static String subscribe(String staff, String address) {
        return Shop.create(shop.api(), path(staff), Json.createObjectBuilder().add("address", address))
                .getString("id");
    }

    private static JsonObject awaitState(String staff, String id, String state) {
        return await().atMost(Duration.ofMinutes(3))
                .until(() -> find(staff, id), found -> found.getString("state").equals(state));
    }

    private static JsonObject find(String staff, String id) {
        return shop.api().get(path(staff)).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String path(String staff) {
        return shop.path() + "/staff/" + staff + "/calendars";
    }
}
