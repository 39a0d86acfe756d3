package org.bookbell.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZoneDefinitionTest {

    private static final Instant FROM = Instant.parse("2025-06-15T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-06-15T00:00:00Z");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Pattern OBSERVANCE = Pattern.compile("BEGIN:(?:STANDARD|DAYLIGHT)\r\n"
            + "DTSTART:(\\d{8}T\\d{6})\r\nTZOFFSETFROM:([+-]\\d{4,6})\r\nTZOFFSETTO:([+-]\\d{4,6})\r\n"
            + "END:(?:STANDARD|DAYLIGHT)\r\n");

    @Test
    void berlin_has_the_offset_it_begins_with_and_each_change() throws IOException {
        var definition = definition(
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-02-01T00:00:00Z"));

        assertThat(definition)
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VTIMEZONE",
                        "TZID:Europe/Berlin",
                        "BEGIN:STANDARD",
                        "DTSTART:20251026T030000",
                        "TZOFFSETFROM:+0200",
                        "TZOFFSETTO:+0100",
                        "END:STANDARD",
                        "BEGIN:DAYLIGHT",
                        "DTSTART:20260329T020000",
                        "TZOFFSETFROM:+0100",
                        "TZOFFSETTO:+0200",
                        "END:DAYLIGHT",
                        "BEGIN:STANDARD",
                        "DTSTART:20261025T030000",
                        "TZOFFSETFROM:+0200",
                        "TZOFFSETTO:+0100",
                        "END:STANDARD",
                        "END:VTIMEZONE",
                        ""));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void every_zone_is_defined_as_java_knows_it(ZoneId zone) throws IOException {
        var onsets = onsets(definition(zone, FROM, TO));

        assertThat(instants(zone)
                        .filter(instant ->
                                !offset(onsets, instant).equals(zone.getRules().getOffset(instant))))
                .isEmpty();
    }

    @Test
    void a_span_without_end_is_bounded() throws IOException {
        assertThat(definition(ZoneId.of("America/New_York"), Instant.MIN, Instant.MAX))
                .hasSizeLessThan(60_000);
    }

    private static String definition(ZoneId zone, Instant from, Instant to) throws IOException {
        var out = new ByteArrayOutputStream();
        new ZoneDefinition(zone, new ContentLines(out)).write(from, to);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Stream<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("ical4j"))
                .sorted()
                .map(ZoneId::of);
    }

    /** The seconds around each change, and twice a day. */
    private static Stream<Instant> instants(ZoneId zone) {
        var changes = Stream.iterate(
                        zone.getRules().nextTransition(FROM),
                        change -> change != null && change.getInstant().isBefore(TO),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .map(ZoneOffsetTransition::getInstant)
                .flatMap(change -> Stream.of(change.minusSeconds(1), change));
        var days = Stream.iterate(FROM, instant -> instant.isBefore(TO), instant -> instant.plus(Duration.ofHours(12)));
        return Stream.concat(changes, days);
    }

    private record Onset(Instant instant, ZoneOffset after) {}

    private static List<Onset> onsets(String definition) {
        var onsets = new ArrayList<Onset>();
        for (var found = OBSERVANCE.matcher(definition); found.find(); ) {
            var onset = LocalDateTime.parse(found.group(1), LOCAL).toInstant(ZoneOffset.of(found.group(2)));
            onsets.add(new Onset(onset, ZoneOffset.of(found.group(3))));
        }
        return onsets;
    }

    private static ZoneOffset offset(List<Onset> onsets, Instant instant) {
        return onsets.stream()
                .filter(onset -> !onset.instant().isAfter(instant))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .after();
    }
}
