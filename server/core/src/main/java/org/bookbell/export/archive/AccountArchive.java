package org.bookbell.export.archive;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bookbell.booking.AppointmentFilter;
import org.bookbell.export.Exports;
import org.bookbell.export.archive.file.ArchiveFiles;
import org.bookbell.export.archive.file.Manifest;
import org.bookbell.export.archive.file.OrganizationJson;
import org.bookbell.export.archive.file.Readme;
import org.bookbell.export.archive.file.Table;
import org.bookbell.export.archive.file.TableRows;
import org.bookbell.export.archive.file.Tables;
import org.bookbell.organization.Organization;
import org.bookbell.plugin.Plugins;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.storage.Sql;

/**
 * Writes everything of an organization as one ZIP while it is read, so that the memory it takes does not grow.
 *
 * <p>No transaction spans the whole, since a slow reader would keep it open. So whatever refers to something is written
 * before what it refers to: what was added meanwhile can then be missing, but never be referred to. What fails midway
 * leaves the ZIP without manifest and directory, which no program opens.
 */
@Dependent
public class AccountArchive {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String CALENDAR_FORMAT = "ical";
    private static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    private final Sql sql;
    private final Plugins plugins;
    private final Exports exports;
    private final Clock clock;

    @Inject
    public AccountArchive(Sql sql, Plugins plugins, Exports exports, Clock clock) {
        this.sql = sql;
        this.plugins = plugins;
        this.exports = exports;
        this.clock = clock;
    }

    /** Writes the archive of {@code organization}; {@code out} stays open, and is incomplete where this throws. */
    public void write(Organization organization, OutputStream out) throws IOException {
        var asOf = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var files = new ArchiveFiles(out, asOf);
        var rows = new TableRows(sql, organization.id());
        files.add("README.txt", content -> {
            content.write(Readme.of(organization, asOf).getBytes(StandardCharsets.UTF_8));
            return 0;
        });
        try {
            writeAll(files, rows, organization, asOf);
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        var manifest = new Manifest(organization.id(), organization.slug(), organization.name(), asOf, files.written());
        files.end(Manifest.FILE, manifest.toJson());
    }

    private void writeAll(ArchiveFiles files, TableRows rows, Organization organization, Instant asOf)
            throws IOException {
        var exporter = plugins.findExporter(CALENDAR_FORMAT);
        if (exporter.isPresent()) {
            files.add(
                    "calendar." + exporter.get().fileExtension(),
                    out -> writeCalendar(exporter.get(), organization, asOf, out));
        }
        for (var i = Tables.IN_CSV.size() - 1; i >= 0; i--) {
            var table = Tables.IN_CSV.get(i);
            files.add(table.file(), out -> writeCsv(table, rows, out));
        }
        files.add(OrganizationJson.FILE, out -> OrganizationJson.write(rows, out));
    }

    private long writeCalendar(AppointmentExporter exporter, Organization organization, Instant asOf, OutputStream out)
            throws IOException {
        var name = organization.name();
        var export = new Export(name, name, organization.zone(), organization.locale(), Instant.EPOCH, LATEST, asOf);
        exports.write(exporter, export, organization.id(), AppointmentFilter.between(Instant.EPOCH, LATEST), out);
        return 0;
    }

    @SuppressWarnings("resource") // the stream is the caller's to close
    private static long writeCsv(Table table, TableRows rows, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(table.headings());
        var count = 0L;
        for (var lines = rows.of(table).iterator(); lines.hasNext(); count++) {
            giveUpIfInterrupted();
            csv.writeRecord(lines.next().cells());
        }
        csv.flush();
        return count;
    }

    private static void giveUpIfInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("archive was given up");
        }
    }
}
