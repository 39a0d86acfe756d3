package org.bookbell.it.booking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.Answer;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a problem that the sender can mend, never a fault of the server. */
class BadInputIT {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(3));

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.on(BookbellServer.shared(Vendor.H2), 1);
    }

    private static Answer post(String body) {
        return shop.api().post(shop.path() + "/appointments", body);
    }

    private static void assertProblem(Answer answer, int... statuses) {
        assertThat(statuses).as(answer.toString()).contains(answer.status());
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json()).containsKeys("type", "title", "status", "detail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "3",
                "\"appointment\"",
                "{}",
                "{\"service\":null}",
                "{\"service\":3,\"start\":{},\"client\":[]}",
                "{\"service\":\"0000000000000\",\"start\":\"2026-02-30T09:00:00Z\",\"client\":{\"name\":\"x\"}}",
                "{\"service\":\"0000000000000\",\"start\":\"2026-11-30T09:00:00\",\"client\":{\"name\":\"x\"}}",
                "{\"service\":\"0000000000000\",\"start\":\"+999999999-12-31T23:59:59Z\",\"client\":{\"name\":\"x\"}}",
                "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{}}}}}}",
                "{\"service\":\"\\u0000\",\"start\":\"\\ud800\"}",
                "{\"service\":\"x\",\"service\":\"y\"}",
                "{\"start\":1e400}"
            })
    void a_malformed_or_impossible_booking_is_refused(String body) {
        assertProblem(post(body), 400, 422);
    }

    @Test
    void all_faults_are_told_at_once_with_their_pointers() {
        var answer = post(
                "{\"service\":7,\"start\":\"soon\",\"color\":\"red\",\"client\":{\"name\":\"\",\"email\":\"no\"}}");

        assertProblem(answer, 400, 422);
        assertThat(answer.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                .map(fault -> fault.getString("pointer"))
                .contains("/service", "/start", "/color", "/client/name", "/client/email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "", "../../etc/passwd"})
    void a_zone_that_is_none_is_refused(String zone) {
        var organization = Json.createObjectBuilder()
                .add("slug", "nowhere")
                .add("name", "Nowhere")
                .add("zone", zone)
                .add("locale", "en")
                .add("country", "US");

        assertProblem(
                BookbellServer.shared(Vendor.H2)
                        .operator()
                        .post("/api/v1/organizations", organization.build().toString()),
                400,
                422);
    }

    static Stream<String> unknownAddresses() {
        return Stream.of(
                shop.path() + "/appointments/0000000000000",
                shop.path() + "/appointments/not-an-id",
                shop.path() + "/staff/ZZZZZZZZZZZZZ",
                shop.path() + "/messages/0000000000001",
                shop.path() + "/nothing",
                "/api/v1/organizations/no-such-shop/appointments/0000000000000",
                "/api/v2/organizations");
    }

    @ParameterizedTest
    @MethodSource("unknownAddresses")
    void what_is_not_there_is_not_found(String path) {
        assertProblem(shop.api().get(path), 404);
    }

    @Test
    void what_belongs_to_another_organization_is_not_found() {
        var other = Shop.on(BookbellServer.shared(Vendor.H2), 1);
        var foreign = other.book(other.staff().get(0), START, "foreigner");
        var id = foreign.json().getString("id");

        assertProblem(shop.api().get(shop.path() + "/appointments/" + id), 404);
        assertProblem(shop.api().post(shop.path() + "/appointments/" + id + "/cancel", "{\"reason\":\"x\"}"), 404);
        assertProblem(shop.api().get(other.path() + "/appointments/" + id), 404);
        assertProblem(other.book(shop.staff().get(0), START, "x"), 404, 409, 422);
    }

    @Test
    void a_body_of_more_than_a_megabyte_is_too_large() {
        var answer = post("{\"note\":\"" + "x".repeat(1_100_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void a_taken_time_is_a_conflict_that_names_the_next_free_ones() {
        var start = START.plus(Duration.ofHours(1));
        shop.book(shop.staff().get(0), start, "first");

        var answer = shop.book(shop.staff().get(0), start, "second");

        assertProblem(answer, 409);
        assertThat(answer.body())
                .contains(
                        start.plus(Duration.ofMinutes(Shop.MINUTES)).toString().substring(0, 16));
    }

    @Test
    void an_idempotency_key_answers_again_but_not_for_another_body() {
        var once = shop.api().with("Idempotency-Key", "key-1");
        var body = shop.wish(shop.staff().get(0), START.plus(Duration.ofHours(5)))
                .add("client", Json.createObjectBuilder().add("name", "one").add("email", "one@example.org"));
        var text = body.build().toString();

        var first = once.post(shop.path() + "/appointments", text);
        var second = once.post(shop.path() + "/appointments", text);
        var other = once.post(shop.path() + "/appointments", text.replace("one@", "two@"));

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertProblem(other, 422);
    }

    @Test
    void nobody_who_is_not_signed_in_books_over_the_api() {
        var answer = shop.visitor().post(shop.path() + "/appointments", "{}");

        assertProblem(answer, 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2026-13-01&to=2026-12-01",
                "?service=x",
                "?service=0000000000000&from=2026-12-01&to=2026-11-01",
                "?service=0000000000000&from=0000-01-01&to=9999-12-31",
                "?zone=%00&from=%F0%9F%98%80",
                ""
            })
    void slots_of_an_impossible_question_are_refused(String query) {
        assertProblem(shop.visitor().get(shop.path() + "/slots" + query), 400, 404, 422);
    }
}
