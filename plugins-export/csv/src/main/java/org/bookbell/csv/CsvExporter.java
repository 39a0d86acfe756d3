package org.bookbell.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/**
 * Writes appointments as comma-separated values: a header and a row each, lines ended by CR LF, in UTF-8 with the mark
 * by which spreadsheets know it.
 */
@ApplicationScoped
public class CsvExporter implements AppointmentExporter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String label() {
        return "CSV (spreadsheet)";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8; header=present";
    }

    @Override
    public String fileExtension() {
        return "csv";
    }

    @Override
    @SuppressWarnings("resource") // the stream is the server's to close
    public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        try {
            csv.writeRecord(Column.ALL.stream().map(Column::heading).toList());
            for (var next = appointments.iterator(); next.hasNext(); ) {
                giveUpIfInterrupted();
                var appointment = next.next();
                csv.writeRecord(Column.ALL.stream()
                        .map(column -> column.cell(appointment, export.zone()))
                        .toList());
            }
            csv.flush();
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private static void giveUpIfInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("export was given up");
        }
    }
}
