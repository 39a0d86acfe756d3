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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.spi.Setting;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/**
 * Writes appointments as comma-separated values: a header and a row each, lines ended by CR LF, in UTF-8 with the mark
 * by which spreadsheets know it. Who asks may leave the mark out, and choose columns and their order.
 */
@ApplicationScoped
public class CsvExporter implements AppointmentExporter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Setting BOM = Setting.toggle("bom", "Byte order mark", true)
            .withHelp("By it spreadsheets know UTF-8; some programs stumble over it.");
    private static final Setting COLUMNS = Setting.text("columns", "Columns")
            .optional()
            .withHelp("Names with commas, in the order that is wanted; all of them where it is empty.");

    private final List<Column> columns;
    private final boolean hasMark;

    public CsvExporter() {
        this(Column.ALL, true);
    }

    private CsvExporter(List<Column> columns, boolean hasMark) {
        this.columns = columns;
        this.hasMark = hasMark;
    }

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
    public List<Setting> options() {
        return List.of(BOM, COLUMNS);
    }

    @Override
    public List<SettingFault> validate(Settings chosen) {
        var faults = new ArrayList<>(AppointmentExporter.super.validate(chosen));
        var unknown = Column.unknown(chosen.find(COLUMNS.name()).orElse(""));
        if (!unknown.isEmpty()) {
            faults.add(new SettingFault(
                    COLUMNS.name(),
                    "There is no column \"" + unknown.get(0) + "\"; choose of "
                            + Column.ALL.stream().map(Column::heading).collect(Collectors.joining(", ")) + "."));
        }
        return faults;
    }

    @Override
    public AppointmentExporter with(Settings chosen) {
        return new CsvExporter(Column.named(chosen.find(COLUMNS.name()).orElse("")), chosen.isOn(BOM.name()));
    }

    @Override
    @SuppressWarnings("resource") // the stream is the server's to close
    public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (hasMark) {
            text.write(BYTE_ORDER_MARK);
        }
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        try {
            csv.writeRecord(columns.stream().map(Column::heading).toList());
            var cells = new String[columns.size()];
            for (var next = appointments.iterator(); next.hasNext(); ) {
                giveUpIfInterrupted();
                var appointment = next.next();
                for (var column = 0; column < cells.length; column++) {
                    cells[column] = columns.get(column).cell(appointment, export.zone());
                }
                csv.writeRecord(cells);
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
