package org.bookbell.daysheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/**
 * Writes day sheets as PDF. How many pages there are stands on the first, so all of it is held, and no more is taken than
 * fits into some ten megabytes.
 */
@ApplicationScoped
public class DaySheetPdfExporter implements AppointmentExporter {

    private static final int MOST_APPOINTMENTS = 2_000;

    @Override
    public String name() {
        return "daysheetpdf";
    }

    @Override
    public String label() {
        return "Day sheets (PDF)";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String fileExtension() {
        return "pdf";
    }

    @Override
    public OptionalInt mostAppointments() {
        return OptionalInt.of(MOST_APPOINTMENTS);
    }

    @Override
    public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) throws IOException {
        var page = new StringWriter();
        new SheetPage(export).write(appointments, page);
        PdfSheet.write(page.toString(), export.asOf(), out);
    }
}
