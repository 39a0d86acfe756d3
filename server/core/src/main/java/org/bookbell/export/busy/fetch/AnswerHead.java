package org.bookbell.export.busy.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The status line and the headers of an answer (RFC 9112, 4 and 5). */
record AnswerHead(int status, Map<String, String> headers) {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)( .*)?");
    private static final int MOST_BYTES = 32 * 1024;
    private static final int INFORMATIONAL_END = 200;

    /** The final one, after any that are only informational. */
    static AnswerHead read(InputStream in) throws IOException {
        var lines = new HeadLines(in, MOST_BYTES);
        var head = read(lines);
        while (head.status() < INFORMATIONAL_END) {
            head = read(lines);
        }
        return head;
    }

    private static AnswerHead read(HeadLines lines) throws IOException {
        var status = STATUS_LINE.matcher(lines.next());
        if (!status.matches()) {
            throw new ProtocolException("no status line");
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = lines.next(); !line.isEmpty(); line = lines.next()) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("no header");
            }
            headers.putIfAbsent(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new AnswerHead(Integer.parseInt(status.group(1)), headers);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Lines of bounded length altogether. */
    static final class HeadLines {

        private final InputStream in;
        private int left;

        HeadLines(InputStream in, int most) {
            this.in = in;
            this.left = most;
        }

        String next() throws IOException {
            var line = new ByteArrayOutputStream();
            for (var c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the answer ended within its head");
                }
                if (--left < 0) {
                    throw new ProtocolException("the head is too long");
                }
                line.write(c);
            }
            var text = line.toString(ISO_8859_1);
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
    }
}
