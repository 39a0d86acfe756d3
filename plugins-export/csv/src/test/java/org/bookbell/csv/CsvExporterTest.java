package org.bookbell.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.spi.Settings;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExporterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant BOOKED_AT = Instant.parse("2026-09-01T08:00:00.123456Z");
    private static final Instant NINE = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void a_row_holds_all_of_an_appointment() throws IOException {
        assertThat(text(anAppointment("Ann Example", "7, \"second\" child\nwindow seat")))
                .isEqualTo("\uFEFFid,status,date,startTime,endTime,service,staff,clientName,clientEmail,clientMobile,"
                        + "clientPhone,location,note,start,end,zone,createdAt,changedAt,revision,reminder\r\n"
                        + "0HZX5A7PQ9K3M,BOOKED,2026-11-22,09:00,09:45,Massage,Bea Stark,Ann Example,ann@example.org,"
                        + "tel:+12125550123,,Hauptstraße 1,\"7, \"\"second\"\" child\nwindow seat\","
                        + "2026-11-22T09:00:00+01:00,2026-11-22T09:45:00+01:00,Europe/Berlin,"
                        + "2026-09-01T10:00:00.123456+02:00,2026-09-01T10:01:00.123456+02:00,2,NONE\r\n");
    }

    @Test
    void no_appointment_is_a_header_alone() throws IOException {
        assertThat(text().lines()).hasSize(1);
    }

    @Test
    void what_was_written_is_read_back() throws IOException {
        var row = theRow(anAppointment("Zoë \"Żółć\", 日本 😀", "two\r\nlines; and, commas"));

        assertThat(row.getField("clientName")).isEqualTo("Zoë \"Żółć\", 日本 😀");
        assertThat(row.getField("note")).isEqualTo("two\r\nlines; and, commas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil.example\")",
                "+1+2",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\u0000=1",
                "＝1",
                "＋1",
                "－1",
                "＠1"
            })
    void no_text_begins_a_formula(String text) throws IOException {
        var row = theRow(anAppointment(text, text));

        assertThat(row.getField("clientName")).isEqualTo("'" + text);
        assertThat(row.getField("note")).isEqualTo("'" + text);
    }

    @Test
    void a_phone_is_neither_a_formula_nor_a_number() throws IOException {
        assertThat(theRow(anAppointment("Ann", "")).getField("clientMobile")).isEqualTo("tel:+12125550123");
    }

    @Test
    void the_same_local_time_twice_in_a_night_is_told_apart_by_its_offset() throws IOException {
        var rows = rows(
                at(Instant.parse("2026-10-25T00:30:00Z"), "Ann", ""),
                at(Instant.parse("2026-10-25T01:30:00Z"), "Ann", ""));

        assertThat(rows).extracting(row -> row.getField("startTime")).containsExactly("02:30", "02:30");
        assertThat(rows)
                .extracting(row -> row.getField("start"))
                .containsExactly("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00");
    }

    @Test
    void columns_are_chosen_and_ordered_and_the_mark_is_left_out() throws IOException {
        var chosen = new CsvExporter().with(Settings.of(Map.of("columns", "clientName, date", "bom", "false")));
        var out = new ByteArrayOutputStream();

        chosen.write(anExport(), Stream.of(anAppointment("Ann", "")), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("clientName,date\r\nAnn,2026-11-22\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientname", "date,", "date,,id", "date;id"})
    void a_column_that_there_is_not_is_a_fault_that_names_it(String columns) {
        assertThat(new CsvExporter().validate(Settings.of(Map.of("columns", columns))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.setting()).isEqualTo("columns"))
                .satisfies(fault -> assertThat(fault.detail()).contains("There is no column", "id, status, date"));
    }

    /** Ten thousand texts of the letters that quoting, separating and guarding are about, by a seed. */
    @Test
    void whatever_people_type_is_read_back_by_a_program_that_takes_away_one_apostrophe() throws IOException {
        var random = new Random(203);
        var letters = "'\"=+-@,;\t\r\n\u0000 aé日＝＠".toCharArray();
        for (var round = 0; round < 100; round++) {
            var typed =
                    Stream.generate(() -> anyText(random, letters)).limit(100).toList();
            var rows = rows(
                    typed.stream().map(text -> anAppointment(text, "x" + text)).toArray(ExportedAppointment[]::new));

            assertThat(rows)
                    .extracting(row -> withoutApostrophe(row.getField("clientName")))
                    .isEqualTo(typed);
            assertThat(rows)
                    .extracting(row -> row.getField("note").substring(1))
                    .isEqualTo(typed);
        }
    }

    private static String anyText(Random random, char... letters) {
        return random.ints(random.nextInt(12), 0, letters.length)
                .mapToObj(index -> String.valueOf(letters[index]))
                .collect(Collectors.joining());
    }

    private static String withoutApostrophe(String cell) {
        return cell.matches("(?s)'+[=+@\t\r\n\u0000＝＋－＠-].*") ? cell.substring(1) : cell;
    }

    @Test
    void neither_stream_is_closed() throws IOException {
        var closed = new boolean[2];
        var out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        new CsvExporter().write(anExport(), Stream.of(anAppointment("Ann", "")).onClose(() -> closed[1] = true), out);

        assertThat(closed).containsExactly(false, false);
    }

    @Test
    void a_long_table_is_written_while_it_is_read() throws IOException {
        var out = new ByteArrayOutputStream();
        var sizeWhenTheLastWasRead = new int[1];
        var appointments = IntStream.range(0, 1_000).mapToObj(number -> {
            sizeWhenTheLastWasRead[0] = out.size();
            return anAppointment("Ann", "note");
        });

        new CsvExporter().write(anExport(), appointments, out);

        assertThat(sizeWhenTheLastWasRead[0]).isGreaterThan(out.size() / 2);
    }

    @Test
    void an_interrupted_export_gives_up() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedIOException.class).isThrownBy(() -> text(anAppointment("Ann", "")));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_stream_that_cannot_be_written_is_told() {
        var full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new CsvExporter().write(anExport(), Stream.of(anAppointment("Ann", "")), full))
                .withMessage("disk full");
    }

    private static ExportedAppointment anAppointment(String clientName, String note) {
        return at(NINE, clientName, note);
    }

    private static ExportedAppointment at(Instant start, String clientName, String note) {
        return new ExportedAppointment(
                "0HZX5A7PQ9K3M",
                2,
                "BOOKED",
                start,
                start.plus(Duration.ofMinutes(45)),
                BERLIN,
                "Massage",
                "Bea Stark",
                clientName,
                Optional.of("ann@example.org"),
                Optional.of("+12125550123"),
                Optional.empty(),
                Optional.of("Hauptstraße 1"),
                Optional.of(note).filter(text -> !text.isEmpty()),
                BOOKED_AT,
                BOOKED_AT.plusSeconds(60),
                ReminderState.NONE);
    }

    private static Export anExport() {
        return new Export(
                "Praxis Süd",
                "All",
                BERLIN,
                Locale.ENGLISH,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                Instant.parse("2026-10-01T00:00:00Z"));
    }

    private static String text(ExportedAppointment... appointments) throws IOException {
        var out = new ByteArrayOutputStream();
        new CsvExporter().write(anExport(), Stream.of(appointments), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<NamedCsvRecord> rows(ExportedAppointment... appointments) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(text(appointments).substring(1))) {
            return csv.stream().toList();
        }
    }

    private static NamedCsvRecord theRow(ExportedAppointment appointment) throws IOException {
        return rows(appointment).get(0);
    }
}
