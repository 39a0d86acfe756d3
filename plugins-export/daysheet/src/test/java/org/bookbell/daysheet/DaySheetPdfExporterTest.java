package org.bookbell.daysheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.daysheet.Appointments.NINE;
import static org.bookbell.daysheet.Appointments.anAppointment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaySheetPdfExporterTest {

    private static final String ACCENTS = "Zoë Müßig-Łódź";
    private static final String GREEK = "Ελένη Παπαδοπούλου";
    private static final String CYRILLIC = "Ольга Їжакевич";

    @Test
    void a_row_is_read_back_with_accents_greek_and_cyrillic() throws IOException {
        var text = text(pdf(
                anAppointment("Bea", NINE, ACCENTS),
                anAppointment("Bea", NINE.plusSeconds(3_600), GREEK),
                Appointments.of("Bea", NINE.plusSeconds(7_200), CYRILLIC, "BOOKED", ReminderState.SENT, "εγγύς окна")));

        assertThat(text)
                .contains(ACCENTS, GREEK, CYRILLIC, "εγγύς окна", "09:00–09:45", "+4915112345678", "Hauptstraße 1")
                .contains("arrived", "sent, no receipt", "phoned");
    }

    @Test
    void each_page_has_its_number_the_title_the_hour_and_the_headings() throws IOException {
        var appointments = IntStream.range(0, 90)
                .mapToObj(
                        number -> anAppointment("Bea", NINE.plus(Duration.ofMinutes(5L * number)), "Client " + number));

        var pages = pages(Appointments.written(new DaySheetPdfExporter(), Locale.UK, appointments));

        assertThat(pages.size()).isGreaterThan(2);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page)
                        .contains(
                                "Praxis Süd <Nord> & \"Co\" · Everybody's day",
                                "As of 29 Nov 2026 21:15 (Europe/Berlin)")
                        .contains("Monday, 30 November 2026 · Bea", "Reminder", "check "));
        assertThat(pages.get(1)).contains("Page 2 / " + pages.size());
        assertThat(String.join("", pages)).contains("Client 0", "Client 89");
    }

    @Test
    void each_staff_member_begins_a_page() throws IOException {
        var pages = pages(pdf(anAppointment("Bea", NINE, "Ann"), anAppointment("Carl", NINE, "Ben")));

        assertThat(pages)
                .satisfiesExactly(
                        page -> assertThat(page).contains("Bea", "Ann").doesNotContain("Carl"),
                        page -> assertThat(page).contains("Carl", "Ben").doesNotContain("Bea"));
    }

    @Test
    void every_font_is_in_the_file() throws IOException {
        try (var document = Loader.loadPDF(pdf(anAppointment("Bea", NINE, GREEK)))) {
            assertThat(fonts(document)).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void a_character_that_no_font_has_does_not_end_the_sheet() throws IOException {
        assertThat(text(pdf(anAppointment("Bea", NINE, "Ann 日本 😀 Example")))).contains("Ann", "Example");
    }

    @Test
    void a_note_longer_than_a_page_is_printed_to_its_end() throws IOException {
        var note = "word ".repeat(3_000) + "end-of-note";

        var pages = pages(pdf(Appointments.of("Bea", NINE, "Ann", "BOOKED", ReminderState.NONE, note)));

        assertThat(String.join(" ", pages)).contains("end-of-note");
    }

    @Test
    void no_appointment_is_a_page_that_says_so() throws IOException {
        assertThat(pages(pdf())).singleElement().asString().contains("No appointments.", "Page 1 / 1");
    }

    @Test
    void nothing_is_written_outside_the_download(@TempDir Path home) throws IOException {
        var before = System.getProperty("user.home");
        System.setProperty("user.home", home.toString());

        pdf(anAppointment("Bea", NINE, "Ann"));

        System.setProperty("user.home", before);
        try (var files = Files.list(home)) {
            assertThat(files).isEmpty();
        }
    }

    private static byte[] pdf(ExportedAppointment... appointments) throws IOException {
        return Appointments.written(new DaySheetPdfExporter(), Locale.UK, Stream.of(appointments));
    }

    private static String text(byte[] pdf) throws IOException {
        return String.join("\n", pages(pdf));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        var texts = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PDFTextStripper();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                reader.setStartPage(page);
                reader.setEndPage(page);
                texts.add(reader.getText(document));
            }
        }
        return texts;
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        var fonts = new ArrayList<PDFont>();
        for (var page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
