package org.bookbell.dispatch.evidence;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of CSV (RFC 4180) in UTF-8; every field is quoted, and what would begin a formula gets an apostrophe. */
final class CsvLines {

    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;

    /** Leaves {@code out} open. */
    CsvLines(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void write(String... fields) throws IOException {
        out.write(Stream.of(fields).map(CsvLines::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }

    /** Hands on what is held back. */
    void flush() throws IOException {
        out.flush();
    }

    private static String quoted(String field) {
        boolean isFormula = !field.isEmpty() && FORMULA.indexOf(field.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + field.replace("\"", "\"\"") + '"';
    }
}
