package org.bookbell.web.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bookbell.problem.Fault;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @Test
    void right_values_become_what_they_mean() {
        var in = json("""
                {"name": " Ann ", "start": "2026-11-30T09:00:00+01:00", "on": "2026-11-30", "at": "09:30",
                 "zone": "Europe/Berlin", "locale": "en-GB", "minutes": 50, "open": true, "day": "MONDAY"}""");

        assertThat(in.get("name", Kind.text(1, 10))).isEqualTo("Ann");
        assertThat(in.get("start", Kind.INSTANT)).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
        assertThat(in.get("on", Kind.DATE)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(in.get("at", Kind.TIME)).isEqualTo(LocalTime.of(9, 30));
        assertThat(in.get("zone", Kind.ZONE)).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(in.get("locale", Kind.LOCALE)).isEqualTo(Locale.UK);
        assertThat(in.get("minutes", Kind.number(5, 60))).isEqualTo(50);
        assertThat(in.get("open", Kind.FLAG)).isTrue();
        assertThat(in.get("day", Kind.choice(DayOfWeek.class))).isEqualTo(DayOfWeek.MONDAY);
        in.orThrow();
    }

    @Test
    void all_faults_are_told_at_once_with_their_pointers() {
        var in = json("""
                {"name": "", "start": "2026-11-30T09:00:00", "client": {"zone": "Mars/Base", "x/y": 1}, "tags": ["a", 2]}""");

        in.get("name", Kind.text(1, 10));
        in.get("start", Kind.INSTANT);
        in.get("service", Kind.ID);
        in.object("client").get("zone", Kind.ZONE);
        in.list("tags", 5, Kind.text(1, 5));

        assertThat(faultsOf(in))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/name", "/start", "/service", "/client/zone", "/client/x~1y", "/tags/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.5", "61", "4", "1e400", "-0.1", "\"50\"", "true", "[50]", "99999999999999999999", "1e-400"})
    void a_number_is_whole_and_within_its_limits(String written) {
        var in = json("{\"minutes\": " + written + "}");

        in.get("minutes", Kind.number(5, 60));

        assertThat(faultsOf(in)).extracting(Fault::pointer).containsExactly("/minutes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T09:00:00Z",
                "2026-11-30 09:00",
                "tomorrow",
                "+999999999-01-01T00:00:00Z",
                "2026-11-30T09:00:00+99:00"
            })
    void an_impossible_instant_is_a_fault(String written) {
        var in = json("{\"start\": \"" + written + "\"}");

        in.get("start", Kind.INSTANT);

        assertThat(faultsOf(in)).extracting(Fault::pointer).containsExactly("/start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "a\\u001bb"})
    void a_text_holds_nothing_that_a_database_refuses(String written) {
        var in = json("{\"name\": \"" + written + "\"}");

        in.get("name", Kind.text(1, 10));

        assertThat(faultsOf(in)).extracting(Fault::pointer).containsExactly("/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "nothing", "{\"a\":1,\"a\":2}", "{\"a\":1}}", "{\"a\":01}"})
    void what_is_no_json_object_cannot_be_read(String body) {
        var refusal = catchThrowableOfType(ProblemException.class, () -> json(body));

        assertThat(refusal.type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    }

    @Test
    void deep_nesting_cannot_be_read() {
        var body = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> json(body)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_form_knows_texts_only_and_its_empty_fields_are_absent() {
        var in = form("minutes=50&open=on&note=&day=MONDAY&csrf=x");

        assertThat(in.get("minutes", Kind.number(5, 60))).isEqualTo(50);
        assertThat(in.get("open", Kind.FLAG, false)).isTrue();
        assertThat(in.find("note", Kind.text(0, 10))).isEmpty();
        assertThat(in.list("day", 7, Kind.choice(DayOfWeek.class))).containsExactly(DayOfWeek.MONDAY);
        in.orThrow();
    }

    @Test
    void a_query_refuses_what_it_does_not_know() {
        var in = FormInput.ofQuery(Map.of("form", List.of("2026-11-30")));

        in.get("from", Kind.DATE);

        assertThat(faultsOf(in)).extracting(Fault::pointer).containsExactlyInAnyOrder("?from", "?form");
    }

    private static List<Fault> faultsOf(Input in) {
        return catchThrowableOfType(ProblemException.class, in::orThrow).faults();
    }

    private static Input json(String body) {
        return JsonInput.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Input form(String body) {
        return FormInput.of(body);
    }
}
