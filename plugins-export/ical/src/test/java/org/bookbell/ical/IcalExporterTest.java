package org.bookbell.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bookbell.ical.Appointments.BERLIN;
import static org.bookbell.ical.Appointments.BOOKED_AT;
import static org.bookbell.ical.Appointments.aSubscription;
import static org.bookbell.ical.Appointments.anExport;
import static org.bookbell.ical.Appointments.at;
import static org.bookbell.ical.Appointments.busy;
import static org.bookbell.ical.Appointments.export;
import static org.bookbell.ical.Appointments.of;
import static org.bookbell.ical.Appointments.withStatus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcalExporterTest {

    @Test
    void an_appointment_survives_the_way_to_a_calendar() throws Exception {
        var event = theEvent(export(anExport(BERLIN), of("Ann Example", "with child, age 7; second\r\nline\\")));

        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("0HZX5A7PQ9K3M@bookbell");
        assertThat(value(event, "SEQUENCE")).isEqualTo("2");
        assertThat(value(event, "SUMMARY")).isEqualTo("Massage, 45 min: Ann Example");
        assertThat(value(event, "LOCATION")).isEqualTo("Hauptstraße 1\n10115 Berlin");
        assertThat(value(event, "DESCRIPTION"))
                .isEqualTo("With: Bea Stark\nClient: Ann Example\nMobile: +12125550123\nE-mail: ann@example.org\n"
                        + "Note: with child, age 7; second\nline\\");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "DTSTART")).isEqualTo("20261122T090000");
        assertThat(value(event, "DTEND")).isEqualTo("20261122T094500");
    }

    @Test
    void a_client_who_is_left_out_leaves_no_gap() throws Exception {
        var event = theEvent(export(anExport(BERLIN), of("", "")));

        assertThat(value(event, "SUMMARY")).isEqualTo("Massage, 45 min");
        assertThat(value(event, "DESCRIPTION")).doesNotContain("Client");
    }

    @Test
    void stamps_tell_when_the_appointment_was_changed_and_not_when_it_was_written() throws Exception {
        var event = theEvent(export(anExport(BERLIN), of("Ann Example", "")));

        assertThat(value(event, "DTSTAMP")).isEqualTo("20260901T080100Z");
        assertThat(value(event, "LAST-MODIFIED")).isEqualTo("20260901T080100Z");
        assertThat(value(event, "CREATED")).isEqualTo("20260901T080000Z");
    }

    @Test
    void the_same_appointments_give_the_same_bytes() throws IOException {
        assertThat(export(anExport(BERLIN), of("Ann Example", "note")))
                .isEqualTo(export(anExport(BERLIN), of("Ann Example", "note")));
    }

    @Test
    void a_feed_is_valid_names_its_view_and_invites_nobody() throws Exception {
        var text = export(anExport(BERLIN), of("Ann Example", ""));

        assertThat(parse(text).validate(true).hasErrors()).isFalse();
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text).doesNotContain("METHOD").contains("X-WR-CALNAME:Bea Stark\\; Massage\r\n");
    }

    @Test
    void an_empty_feed_is_a_calendar_too() throws Exception {
        assertThat(parse(export(anExport(BERLIN))).getComponents(Component.VEVENT))
                .isEmpty();
    }

    @Test
    void a_subscription_has_a_color_a_pace_and_alarms() throws Exception {
        var text = export(aSubscription(BERLIN), of("Ann Example", ""));

        assertThat(parse(text).validate(true).hasErrors()).isFalse();
        assertThat(text)
                .contains("COLOR:teal\r\n", "REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n", "X-PUBLISHED-TTL:PT4H\r\n")
                .contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\n"
                        + "DESCRIPTION:Massage\\, 45 min: Ann Example\r\nEND:VALARM\r\n");
    }

    @Test
    void nobody_is_reminded_of_what_was_cancelled_or_of_a_download() throws IOException {
        assertThat(export(aSubscription(BERLIN), withStatus("CANCELLED"))).doesNotContain("VALARM");
        assertThat(export(anExport(BERLIN), withStatus("BOOKED"))).doesNotContain("VALARM", "COLOR");
    }

    @Test
    void an_event_of_which_nothing_is_told_is_valid() throws Exception {
        var text = export(aSubscription(BERLIN), busy());

        assertThat(parse(text).validate(true).hasErrors()).isFalse();
        assertThat(text).contains("SUMMARY:Busy\r\n").doesNotContain("With", "Client", "LOCATION");
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, TENTATIVE, OPAQUE, Massage",
        "BOOKED, CONFIRMED, OPAQUE, Massage",
        "CONFIRMED, CONFIRMED, OPAQUE, Massage",
        "COMPLETED, CONFIRMED, OPAQUE, Massage",
        "NO_SHOW, CONFIRMED, OPAQUE, No-show: Massage",
        "CANCELLED, CANCELLED, TRANSPARENT, Cancelled: Massage"
    })
    void each_status_has_its_word(String status, String word, String transparency, String summary) throws Exception {
        var event = theEvent(export(anExport(BERLIN), withStatus(status)));

        assertThat(value(event, "STATUS")).isEqualTo(word);
        assertThat(value(event, "TRANSP")).isEqualTo(transparency);
        assertThat(value(event, "SUMMARY")).startsWith(summary);
    }

    @ParameterizedTest
    @CsvSource({
        // the night the clock goes back: 2:30 happens twice, and programs disagree which one local time means
        "2026-10-25T00:30:00Z, DTSTART:20261025T003000Z",
        "2026-10-25T01:30:00Z, DTSTART:20261025T013000Z",
        // the night it goes forward: 2:30 does not happen
        "2026-03-29T00:59:00Z, DTSTART;TZID=Europe/Berlin:20260329T015900",
        "2026-03-29T01:00:00Z, DTSTART;TZID=Europe/Berlin:20260329T030000",
        // a week apart, at nine o'clock both
        "2026-10-23T07:00:00Z, DTSTART;TZID=Europe/Berlin:20261023T090000",
        "2026-10-30T08:00:00Z, DTSTART;TZID=Europe/Berlin:20261030T090000"
    })
    void local_times_follow_the_zone_across_a_change_of_the_clock(String start, String line) throws IOException {
        assertThat(export(anExport(BERLIN), at(start, BERLIN))).contains("\r\n" + line + "\r\n");
    }

    @Test
    void nine_oclock_before_and_after_a_change_is_read_back_as_the_instants_meant() throws Exception {
        var calendar =
                parse(export(anExport(BERLIN), at("2026-10-23T07:00:00Z", BERLIN), at("2026-10-30T08:00:00Z", BERLIN)));

        assertThat(calendar.<VEvent>getComponents(Component.VEVENT))
                .extracting(event -> Instant.from(event.<DtStart<ZonedDateTime>>getRequiredProperty("DTSTART")
                        .getDate()))
                .containsExactly(Instant.parse("2026-10-23T07:00:00Z"), Instant.parse("2026-10-30T08:00:00Z"));
    }

    @Test
    void a_zone_without_a_place_is_written_in_utc() throws IOException {
        var text = export(anExport(ZoneOffset.ofHours(2)), at("2026-11-22T08:00:00Z", ZoneOffset.ofHours(2)));

        assertThat(text).contains("DTSTART:20261122T080000Z\r\n").doesNotContain("VTIMEZONE");
    }

    @Test
    void lines_are_folded_at_75_octets_within_no_character() throws Exception {
        var name = "Ann 😀 Żółć 日本語 ".repeat(30).strip();
        var text = export(anExport(BERLIN), of(name, ""));

        assertThat(List.of(text.split("\r\n")))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(value(theEvent(text), "SUMMARY")).isEqualTo("Massage, 45 min: " + name);
    }

    /** RFC 5545 §3.3.11: a backslash is doubled, and a line break is a backslash and an n. */
    @Test
    void a_backslash_before_a_line_break_stays_apart_from_it() throws IOException {
        assertThat(export(anExport(BERLIN), of("a\\\nb\\n", ""))).contains("a\\\\\\nb\\\\n\r\n");
    }

    @Test
    void what_people_type_begins_no_line_of_its_own() throws Exception {
        var text =
                export(anExport(BERLIN), of("Ann\r\nATTENDEE:mailto:eve@example.org", "\u0000\u0007\u2028END:VEVENT"));

        assertThat(text)
                .doesNotContain("\r\nATTENDEE")
                .containsOnlyOnce("\r\nEND:VEVENT")
                .doesNotContain("\u0000");
        assertThat(value(theEvent(text), "SUMMARY")).isEqualTo("Massage, 45 min: Ann\nATTENDEE:mailto:eve@example.org");
    }

    @Test
    void an_interrupted_export_gives_up() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> export(anExport(BERLIN), of("Ann Example", "")));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_long_feed_is_written_while_it_is_read() throws IOException {
        var out = new ByteArrayOutputStream();
        var sizeWhenTheLastWasRead = new int[1];
        var appointments = Stream.iterate(0, number -> number + 1).limit(1_000).map(number -> {
            sizeWhenTheLastWasRead[0] = out.size();
            return at(BOOKED_AT.plusSeconds(3_600L * number), BERLIN);
        });

        new IcalExporter().write(anExport(BERLIN), appointments, out);

        assertThat(sizeWhenTheLastWasRead[0]).isGreaterThan(out.size() / 2);
    }

    private static Calendar parse(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent theEvent(String text) throws IOException, ParserException {
        List<VEvent> events = parse(text).getComponents(Component.VEVENT);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
