package org.bookbell.daysheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.daysheet.Appointments.NINE;
import static org.bookbell.daysheet.Appointments.anAppointment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class DaySheetExporterTest {

    @Test
    void each_staff_member_has_a_sheet_of_their_own_in_the_order_of_names() throws Exception {
        var page = page(
                anAppointment("Bea", NINE, "first of Bea"),
                anAppointment("Änne", NINE, "first of Änne"),
                anAppointment("Bea", NINE.plus(Duration.ofHours(1)), "second of Bea"));

        assertThat(texts(page, "table"))
                .satisfiesExactly(
                        sheet -> assertThat(sheet).contains("Änne", "first of Änne"),
                        sheet -> assertThat(sheet).containsSubsequence("Bea", "first of Bea", "second of Bea"));
    }

    @Test
    void days_follow_one_another() throws Exception {
        var page = page(anAppointment("Bea", NINE, "Ann"), anAppointment("Bea", NINE.plus(Duration.ofDays(1)), "Ben"));

        assertThat(texts(page, "table"))
                .satisfiesExactly(
                        sheet -> assertThat(sheet).contains("30 November 2026", "Ann"),
                        sheet -> assertThat(sheet).contains("1 December 2026", "Ben"));
    }

    @Test
    void a_row_tells_all_that_the_desk_needs() throws Exception {
        assertThat(texts(page(anAppointment("Bea", NINE, "Ann Example")), "tbody"))
                .singleElement()
                .asString()
                .containsSubsequence(
                        "09:00–09:45",
                        "Ann Example",
                        "+4915112345678",
                        "+493012345678",
                        "Massage",
                        "Hauptstraße 1",
                        "window seat",
                        "arrived");
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, none, true",
        "NOT_DELIVERED, not reached, true",
        "PLANNED, still to come, true",
        "UNKNOWN, 'sent, not proven', true",
        "SENT, 'sent, no receipt yet', true",
        "DELIVERED, arrived, false"
    })
    void who_is_not_provably_reminded_has_a_box_to_tick_once_phoned(
            ReminderState state, String words, boolean mayBePhoned) throws Exception {
        var page = page(Appointments.of("Bea", NINE, "Ann", "BOOKED", state, ""));

        assertThat(texts(page, "tbody")).singleElement().asString().contains(words);
        assertThat(text(page).contains("phoned")).isEqualTo(mayBePhoned);
    }

    @Test
    void what_does_not_take_place_has_no_box() throws Exception {
        var page = page(Appointments.of("Bea", NINE, "Ann", "CANCELLED", ReminderState.NOT_DELIVERED, ""));

        assertThat(text(page)).contains("cancelled").doesNotContain("phoned", "not reached");
        assertThat(html(Appointments.of("Bea", NINE, "Ann", "CANCELLED", ReminderState.NONE, "")))
                .doesNotContain("class=\"box\"");
    }

    @Test
    void what_people_typed_stays_text() throws Exception {
        var typed = "</style></td><script>alert(1)</script>&amp;\u0000\uD800\"'";
        var page = page(Appointments.of(typed, NINE, typed, "BOOKED", ReminderState.NONE, typed));

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
        assertThat(text(page)).contains("</style></td><script>alert(1)</script>&amp;");
    }

    @Test
    void the_line_breaks_of_a_note_stay() throws Exception {
        assertThat(html(Appointments.of("Bea", NINE, "Ann", "BOOKED", ReminderState.NONE, "one\ntwo")))
                .contains("one\ntwo");
    }

    @Test
    void a_browser_may_load_and_run_nothing_but_its_own_style() throws Exception {
        var page = page(anAppointment("Bea", NINE, "Ann"));
        var policy = ((Element) page.getElementsByTagName("meta").item(1)).getAttribute("content");
        var style = page.getElementsByTagName("style").item(0).getTextContent();

        assertThat(policy)
                .isEqualTo("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(Hash.of(style)) + "'");
    }

    @Test
    void the_title_and_the_hour_stand_in_the_margin_of_each_page() throws Exception {
        var style = page().getElementsByTagName("style").item(0).getTextContent();

        assertThat(style)
                .contains("Praxis Süd \\3c Nord\\3e  \\26  \\22 Co\\22  · Everybody\\27 s day")
                .contains("As of 29 Nov 2026 21:15 (Europe/Berlin)")
                .contains("counter(page) \" / \" counter(pages)");
    }

    @Test
    void the_same_appointments_have_the_same_check_and_others_another() throws Exception {
        var check = check(anAppointment("Bea", NINE, "Ann"));

        assertThat(check(anAppointment("Bea", NINE, "Ann"))).isEqualTo(check).matches("[0-9a-f]{4} [0-9a-f]{4}");
        assertThat(check(anAppointment("Bea", NINE, "Ben"))).isNotEqualTo(check);
    }

    @Test
    void no_appointment_is_said_in_words() throws Exception {
        assertThat(text(page())).contains("Monday, 30 November 2026", "No appointments.");
    }

    @Test
    void the_hour_that_a_night_has_twice_is_told_apart() throws Exception {
        var page = page(
                anAppointment("Bea", Instant.parse("2026-10-25T00:30:00Z"), "Ann"),
                anAppointment("Bea", Instant.parse("2026-10-25T01:30:00Z"), "Ben"));

        assertThat(text(page)).contains("02:30 (+02:00)", "02:30 (+01:00)");
    }

    @ParameterizedTest
    @CsvSource({"de, Keine Termine.", "fr, Aucun rendez-vous.", "en, No appointments.", "pl, No appointments."})
    void the_words_are_in_the_language_of_the_organization(String language, String words) throws Exception {
        var page = Appointments.written(new DaySheetExporter(), Locale.forLanguageTag(language), Stream.empty());

        assertThat(new String(page, UTF_8)).contains(words);
    }

    @Test
    void each_language_has_all_words() {
        var english = ResourceBundle.getBundle("org.bookbell.daysheet.words", Locale.ROOT);

        assertThat(Stream.of("de", "fr").map(Locale::forLanguageTag))
                .allSatisfy(locale -> assertThat(ResourceBundle.getBundle("org.bookbell.daysheet.words", locale)
                                .getLocale())
                        .isEqualTo(locale))
                .allSatisfy(locale -> assertThat(ResourceBundle.getBundle("org.bookbell.daysheet.words", locale)
                                .keySet())
                        .isEqualTo(english.keySet()));
    }

    @Test
    void a_day_is_written_before_the_next_one_ends() throws IOException {
        var out = new ByteArrayOutputStream();
        var sizeAtTheLast = new int[1];
        var appointments = IntStream.range(0, 300)
                .mapToObj(day -> anAppointment("Bea", NINE.plus(Duration.ofDays(day)), "Ann"))
                .peek(appointment -> sizeAtTheLast[0] = out.size());

        new DaySheetExporter().write(Appointments.anExport(Locale.UK), appointments, out);

        assertThat(sizeAtTheLast[0]).isGreaterThan(out.size() / 2);
    }

    private static String check(ExportedAppointment appointment) throws Exception {
        var text = text(page(appointment));
        var at = text.indexOf("check ") + "check ".length();
        return text.substring(at, at + "0000 0000".length());
    }

    private static String html(ExportedAppointment... appointments) throws IOException {
        return new String(Appointments.written(new DaySheetExporter(), Locale.UK, Stream.of(appointments)), UTF_8);
    }

    /** Read by a parser of XML: what is not well-formed is a fault. */
    private static Document page(ExportedAppointment... appointments)
            throws IOException, ParserConfigurationException, SAXException {
        var html = html(appointments).replace("<!DOCTYPE html>", "");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(UTF_8)));
    }

    private static String text(Document page) {
        return page.getElementsByTagName("body").item(0).getTextContent();
    }

    private static List<String> texts(Document page, String element) {
        var nodes = page.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> nodes.item(index).getTextContent())
                .toList();
    }
}
