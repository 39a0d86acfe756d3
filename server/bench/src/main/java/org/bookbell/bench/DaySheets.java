package org.bookbell.bench;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.daysheet.DaySheetExporter;
import org.bookbell.daysheet.DaySheetPdfExporter;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;

/** Day sheets as PDF, beside the library that makes them with the same page and the same fonts; both in this JVM. */
final class DaySheets {

    private static final int A_DAY = 16;
    private static final Instant NINE = Instant.parse("2026-11-30T09:00:00Z");
    private static final Export DAY = new Export(
            "Practice",
            "Everybody's day",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Instant.parse("2026-11-30T00:00:00Z"),
            Instant.parse("2026-12-01T00:00:00Z"),
            Instant.parse("2026-11-29T18:00:00Z"));

    private final Table table;
    private final Duration length;
    private final byte[] font = font("DejaVuSansCondensed.ttf");
    private final byte[] bold = font("DejaVuSansCondensed-Bold.ttf");

    DaySheets(Table table, Duration length) {
        this.table = table;
        this.length = length;
    }

    void measure() {
        compare(1);
        compare(10);
    }

    private void compare(int staff) {
        var page = written(new DaySheetExporter(), staff).toString(StandardCharsets.UTF_8);
        var warmUp = length.multipliedBy(3);
        Repeated.run(1, warmUp, () -> written(new DaySheetPdfExporter(), staff));
        Repeated.run(1, warmUp, () -> render(page, new ByteArrayOutputStream()));
        var turns = Turns.take(
                () -> Repeated.run(1, length, () -> written(new DaySheetPdfExporter(), staff)),
                () -> Repeated.run(1, length, () -> render(page, new ByteArrayOutputStream())));
        var ours = turns.product().medianMillis();
        var theirs = turns.control().medianMillis();
        table.add(
                "day sheets of " + staff + " staff, " + A_DAY + " appointments each, as PDF / openhtmltopdf alone",
                Table.number("%.1f ms", ours),
                Table.number("%.1f ms", theirs),
                Table.number("%.2f ×", ours / theirs),
                "≤ 1.5 ×");
    }

    private static ByteArrayOutputStream written(AppointmentExporter exporter, int staff) {
        var out = new ByteArrayOutputStream();
        try {
            exporter.write(DAY, appointments(staff), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    private static Stream<ExportedAppointment> appointments(int staff) {
        return IntStream.range(0, A_DAY)
                .boxed()
                .flatMap(n -> IntStream.range(0, staff).mapToObj(who -> appointment(n, who)));
    }

    private static ExportedAppointment appointment(int n, int who) {
        var start = NINE.plus(Duration.ofMinutes(30L * n));
        return new ExportedAppointment(
                "0HZX5A7PQ9K3M",
                1,
                "BOOKED",
                start,
                start.plus(Duration.ofMinutes(30)),
                ZoneOffset.UTC,
                "Half an hour",
                "Staff " + who,
                "Client Number " + n,
                Optional.of("client" + n + "@example.org"),
                Optional.of("+1212555" + (1000 + n)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("First visit, by bike"),
                NINE.minus(Duration.ofDays(3)),
                NINE.minus(Duration.ofDays(3)),
                ReminderState.DELIVERED);
    }

    private void render(String page, OutputStream out) throws IOException {
        new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_U) // otherwise it looks for the system's fonts, and warns
                .useFont(() -> new ByteArrayInputStream(font), "Sheet", 400, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(bold), "Sheet", 700, FontStyle.NORMAL, true)
                .withHtmlContent(page, null)
                .toStream(out)
                .run();
    }

    private static byte[] font(String name) {
        try (var file = DaySheetPdfExporter.class.getResourceAsStream("fonts/" + name)) {
            if (file == null) {
                throw new IllegalStateException("font must be in the exporter's jar: " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
