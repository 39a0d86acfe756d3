package org.bookbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** A year of a large organization as CSV, downloaded over HTTP, beside a bare loop over the same rows. */
final class CsvDownload {

    private static final int ROWS = Integer.getInteger("bookbell.bench.exported", 1_000_000);
    private static final int CLIENTS = 5_000;
    private static final int MINUTES_APART = 5;
    /** As many as one download may have. */
    private static final int DAYS = 366;

    private final Table table;
    private final Subject subject;
    private final LocalDate first;
    private final byte[] request;
    private final PlainExport plain;

    CsvDownload(Table table, Subject subject, LocalDate first) {
        this.table = table;
        this.subject = subject;
        this.first = first;
        var address = subject.server().address() + subject.shop().path() + "/exports/csv?from=" + first + "&to="
                + first.plusDays(DAYS - 1);
        this.request = Load.request(URI.create(address), subject.shop().api().headerLines());
        this.plain = new PlainExport(subject.schema(), subject.organization());
    }

    void measure() throws SQLException {
        store();
        var bytes = download();
        try (var alone = PlainExportProcess.start(subject.schema(), subject.organization(), begin(), end())) {
            rows(alone::write, bytes);
            table.throughput(
                    "CSV of " + ROWS + " appointments over HTTP / JDBC and FastCSV alone",
                    Turns.take(() -> rows(this::download, bytes), () -> rows(alone::write, bytes)),
                    "≥ 40 %");
        }
        rows(this::plainly, bytes);
        table.throughput(
                "the same / in a JVM with the second compiler",
                Turns.take(() -> rows(this::download, bytes), () -> rows(this::plainly, bytes)),
                "");
        heap();
    }

    private void store() throws SQLException {
        var calendars = subject.calendars();
        subject.stored()
                .fill(
                        calendars,
                        LongStream.range(0, ROWS / calendars.size())
                                .mapToObj(n -> begin().plusMinutes(MINUTES_APART * n)));
        var clients = new StoredClients(subject.schema(), subject.organization());
        clients.takeAll(CLIENTS);
        clients.remindOfAll();
        subject.stored().analyze();
    }

    private static Load.Result rows(LongSupplier export, long bytes) {
        var begun = System.nanoTime();
        var written = export.getAsLong();
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (written != bytes) {
            throw new IllegalStateException("both must write the same, but wrote " + bytes + " and " + written);
        }
        return new Load.Result(ROWS / seconds, 0, 0, 0);
    }

    private long download() {
        try (var connection = new Connection(subject.server().address())) {
            var status = connection.exchange(request);
            if (status != 200) {
                throw new IllegalStateException("an export must be answered but was " + status);
            }
            return connection.received();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long plainly() {
        return plain.write(begin(), end());
    }

    private LocalDateTime begin() {
        return first.atStartOfDay();
    }

    private LocalDateTime end() {
        return first.plusDays(DAYS).atStartOfDay();
    }

    /** What the server holds while it streams, of which it is asked again and again, more than before. */
    private void heap() {
        var before = LiveHeap.megabytes(subject.server().pid());
        var download = CompletableFuture.runAsync(this::download);
        var most = 0.0;
        while (!download.isDone()) {
            most = Math.max(most, LiveHeap.megabytes(subject.server().pid()));
        }
        download.join();
        table.add(
                "the same: live heap while it streams / before",
                Table.number("%.1f MB", most),
                Table.number("%.1f MB", before),
                Table.number("%.1f MB more", most - before),
                "≤ 32 MB more");
    }
}
