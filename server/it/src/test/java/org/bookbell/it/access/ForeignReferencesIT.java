package org.bookbell.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bookbell.it.server.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An owner names a thing of another organization where a request asks for one of their OWN. */
class ForeignReferencesIT {

    private static final String SLOT = "\"start\":\"2099-01-01T10:00:00Z\",\"offeredOnly\":false";
    private static final String GUEST = "\"client\":{\"name\":\"Guest\"}";
    private static final String DAYS = "from=2026-01-01&to=2026-12-31";
    private static final String TIMES = "from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z";

    private static final Firm OWN = TwoFirms.get().own();
    private static final Firm FOREIGN = TwoFirms.get().foreign();
    private static final Rows ROWS = TwoFirms.get().rows();

    /** Where {@code $x} is the other organization's x, and {@code @x} one's OWN. */
    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("POST", "/appointments", "{\"service\":\"$SERVICE\"," + SLOT + "," + GUEST + "}"),
                Arguments.of(
                        "POST",
                        "/appointments",
                        "{\"service\":\"@SERVICE\",\"staff\":\"$STAFF\"," + SLOT + "," + GUEST + "}"),
                Arguments.of(
                        "POST",
                        "/appointments",
                        "{\"service\":\"@SERVICE\"," + SLOT + ",\"client\":{\"id\":\"$CLIENT\"}}"),
                Arguments.of("POST", "/appointments", "{\"hold\":\"$HOLD\"," + GUEST + "}"),
                Arguments.of("POST", "/holds", "{\"service\":\"$SERVICE\"," + SLOT + "}"),
                Arguments.of("POST", "/holds", "{\"service\":\"@SERVICE\",\"staff\":\"$STAFF\"," + SLOT + "}"),
                Arguments.of("POST", "/appointments/@APPOINTMENT/reschedule", "{\"staff\":\"$STAFF\"," + SLOT + "}"),
                Arguments.of("POST", "/services", "{\"name\":\"x\",\"durationMinutes\":30,\"staff\":[\"$STAFF\"]}"),
                Arguments.of(
                        "PUT", "/services/@SERVICE", "{\"name\":\"x\",\"durationMinutes\":30,\"staff\":[\"$STAFF\"]}"),
                Arguments.of("POST", "/services", "{\"name\":\"x\",\"durationMinutes\":30,\"location\":\"$LOCATION\"}"),
                Arguments.of(
                        "POST",
                        "/timeBlocks",
                        "{\"calendar\":\"$STAFF\",\"kind\":\"AVAILABLE\",\"startsAt\":\"2030-01-01T10:00:00Z\","
                                + "\"endsAt\":\"2030-01-01T11:00:00Z\"}"),
                Arguments.of(
                        "POST",
                        "/members",
                        "{\"name\":\"x\",\"email\":\"x@example.org\",\"role\":\"STAFF\",\"staff\":\"$STAFF\"}"),
                Arguments.of("PATCH", "/members/@MEMBER", "{\"role\":\"STAFF\",\"staff\":\"$STAFF\"}"),
                Arguments.of(
                        "POST",
                        "/reminderRules",
                        "{\"service\":\"$SERVICE\",\"audience\":\"CLIENT\",\"channel\":\"SMS\",\"unit\":\"HOURS\","
                                + "\"amount\":3}"),
                Arguments.of(
                        "POST",
                        "/reminderRules/preview",
                        "{\"rule\":\"$REMINDER_RULE\",\"audience\":\"CLIENT\",\"channel\":\"EMAIL\","
                                + "\"unit\":\"HOURS\",\"amount\":3}"),
                Arguments.of("POST", "/reminderRules/preview", "{\"rule\":\"$REMINDER_RULE\",\"remove\":true}"),
                Arguments.of("POST", "/appointments/$APPOINTMENT/renewLink", "{}"),
                Arguments.of("POST", "/staff/$STAFF/calendars", "{\"address\":\"https://calendar.example.org/a.ics\"}"),
                Arguments.of("PUT", "/staff/$STAFF/choices", "{\"choices\":[]}"),
                Arguments.of("PUT", "/clients/$CLIENT/choices", "{\"choices\":[]}"),
                Arguments.of("POST", "/feeds", "{\"kind\":\"STAFF\",\"staff\":\"$STAFF\"}"),
                Arguments.of("POST", "/feeds", "{\"kind\":\"CLIENT\",\"client\":\"$CLIENT\"}"),
                Arguments.of("POST", "/feeds/$FEED/rotate", "{}"));
    }

    static List<String> questions() {
        return List.of(
                "/appointments?client=$CLIENT&" + TIMES,
                "/appointments?staff=$STAFF&" + TIMES,
                "/messages?appointment=$APPOINTMENT",
                "/messages?client=$CLIENT",
                "/timeBlocks?calendar=$STAFF&" + TIMES,
                "/exports/csv?staff=$STAFF&" + DAYS,
                "/slots?service=$SERVICE",
                "/slots?service=@SERVICE&staff=$STAFF",
                "/slots/why?service=$SERVICE&start=2030-01-01T10:00:00Z",
                "/slots/why?service=@SERVICE&staff=$STAFF&start=2030-01-01T10:00:00Z");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_that_names_a_thing_of_another_organization_is_refused_and_writes_nothing(
            String method, String path, String body) {
        var before = ROWS.read();

        var answer = send(method, path, body);

        assertThat(answer.status()).as(answer.toString()).isIn(404, 409, 422);
        assertThat(ROWS.read()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void a_question_for_a_thing_of_another_organization_shows_nothing_of_it(String question) {
        var answer = OWN.as(Person.OWNER).get(OWN.shop().path() + filled(question));

        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        assertThat(answer.body())
                .doesNotContain(" of " + FOREIGN.shop().slug())
                .doesNotContain(FOREIGN.thing(Thing.MESSAGE), FOREIGN.thing(Thing.TIME_BLOCK))
                .doesNotContain("\"start\"");
    }

    private static Answer send(String method, String path, String body) {
        return OWN.as(Person.OWNER).send(method, OWN.shop().path() + filled(path), filled(body));
    }

    private static String filled(String text) {
        var result = text;
        for (var thing : Thing.values()) {
            result = result.replace("$" + thing, FOREIGN.thing(thing)).replace("@" + thing, OWN.thing(thing));
        }
        return result;
    }
}
