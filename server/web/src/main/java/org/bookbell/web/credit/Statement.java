package org.bookbell.web.credit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bookbell.credit.CreditEntries;
import org.bookbell.credit.CreditEntry;
import org.bookbell.storage.Ids;

/**
 * A month of an account as comma-separated values that spreadsheets open unharmed: the balance before, each entry, the
 * balance after.
 */
record Statement(CreditEntries entries, long organizationId, Month month, CreditEntries.Span span) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What makes a spreadsheet take a cell for a formula (OWASP, CSV Injection), with the full-width forms. */
    private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r\n\u0000＝＋－＠";

    private static final List<String> HEADINGS =
            List.of("number", "time", "kind", "credits", "balance", "message", "segments", "noCharge", "reference");

    @SuppressWarnings("resource") // the stream is the server's to close
    void write(OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        try {
            csv.writeRecord(HEADINGS);
            csv.writeRecord(balance("OPENING", month.start(), span.opening()));
            writeEntries(csv);
            csv.writeRecord(balance("CLOSING", month.end(), span.closing()));
            csv.flush();
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
    }

    private void writeEntries(CsvWriter csv) {
        var last = span.before();
        while (last < span.last()) {
            for (var entry : entries.listAfter(organizationId, last, span.last())) {
                csv.writeRecord(line(entry));
                last = entry.number();
            }
        }
    }

    private List<String> balance(String kind, Instant at, long balance) {
        return List.of("", time(at), kind, "", Amounts.credits(balance), "", "", "", "");
    }

    private List<String> line(CreditEntry entry) {
        return List.of(
                Long.toString(entry.number()),
                time(entry.at()),
                entry.kind().name(),
                Amounts.credits(entry.amount()),
                Amounts.credits(entry.balance()),
                entry.messageId().map(Ids::text).orElse(""),
                entry.segments().map(String::valueOf).orElse(""),
                entry.noCharge() ? "yes" : "",
                entry.reference().map(Statement::harmless).orElse(""));
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(month.zone()).withNano(0));
    }

    /** What people typed, after an apostrophe if it would begin a formula. */
    private static String harmless(String text) {
        return BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
