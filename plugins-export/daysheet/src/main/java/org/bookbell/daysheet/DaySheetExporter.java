package org.bookbell.daysheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** Writes day sheets as one HTML file that needs nothing else, and holds one day of it at a time. */
@ApplicationScoped
public class DaySheetExporter implements AppointmentExporter {

    /** A thousand pages; who needs more wants a table. */
    private static final int MOST_APPOINTMENTS = 20_000;

    @Override
    public String name() {
        return "daysheet";
    }

    @Override
    public String label() {
        return "Day sheets (web page)";
    }

    @Override
    public String mediaType() {
        return "text/html; charset=utf-8";
    }

    @Override
    public String fileExtension() {
        return "html";
    }

    @Override
    public OptionalInt mostAppointments() {
        return OptionalInt.of(MOST_APPOINTMENTS);
    }

    @Override
    @SuppressWarnings("resource") // the stream is the server's to close
    public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) throws IOException {
        var page = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        new SheetPage(export).write(appointments, page);
        page.flush();
    }
}
