package org.bookbell.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one answer: the status line (RFC 9112, 4), the headers (5) and the body by its framing (6.3). */
final class AnswerReader {

    private static final int MOST_HEAD_BYTES = 32 * 1024;
    private static final int SWITCHING_PROTOCOLS = 101;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.([01]) ([1-9]\\d\\d)( .*)?");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");
    private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,12})\\s*(;.*)?");

    private final InputStream in;
    private int headBytes;
    private boolean isWhole = true;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** An answer and whether its connection may be used again. */
    record Read(Answer answer, boolean isKept) {}

    Read read() throws IOException {
        var status = head();
        while (status.code() < 200) {
            if (status.code() == SWITCHING_PROTOCOLS) {
                throw new ProtocolException("nobody asked for another protocol");
            }
            status = head();
        }
        var body = body(status);
        return new Read(new Answer(status.code(), status.headers(), body), isWhole && status.isKept());
    }

    private record Head(int minorVersion, int code, Map<String, String> headers) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(value -> value.toLowerCase(Locale.ROOT));
        }

        /** RFC 9112, 9.3. */
        boolean isKept() {
            var connection = header("Connection").orElse("");
            return minorVersion == 1 ? !connection.contains("close") : connection.contains("keep-alive");
        }
    }

    private Head head() throws IOException {
        var status = STATUS_LINE.matcher(line());
        if (!status.matches()) {
            throw new ProtocolException("no status line");
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("no header");
            }
            headers.putIfAbsent(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return new Head(Integer.parseInt(status.group(1)), Integer.parseInt(status.group(2)), headers);
    }

    private byte[] body(Head head) throws IOException {
        if (head.code() == 204 || head.code() == 304) {
            return new byte[0];
        }
        if (head.header("Transfer-Encoding").isPresent()) {
            if (!head.header("Transfer-Encoding").get().equals("chunked")) {
                throw new ProtocolException("a coding that nobody asked for");
            }
            return chunks();
        }
        var length = head.header("Content-Length");
        if (length.isPresent() && !LENGTH.matcher(length.get()).matches()) {
            throw new ProtocolException("no length");
        }
        return length.isPresent() ? exactly(Long.parseLong(length.get())) : toTheEnd();
    }

    private byte[] exactly(long length) throws IOException {
        var bytes = in.readNBytes((int) Math.min(length, Answer.MOST_BYTES));
        isWhole = bytes.length == length;
        if (bytes.length < Math.min(length, Answer.MOST_BYTES)) {
            throw new EOFException("the answer ended early");
        }
        return bytes;
    }

    private byte[] toTheEnd() throws IOException {
        isWhole = false;
        return in.readNBytes(Answer.MOST_BYTES);
    }

    /** RFC 9112, 7.1; trailers are read and forgotten. */
    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            all.write(exactly(Math.min(size, (long) Answer.MOST_BYTES - all.size())));
            if (all.size() == Answer.MOST_BYTES) {
                isWhole = false;
                return all.toByteArray();
            }
            requireEmptyLine();
        }
        for (var trailer = line(); !trailer.isEmpty(); ) {
            trailer = line();
        }
        return all.toByteArray();
    }

    private long chunkSize() throws IOException {
        headBytes = 0;
        var size = SIZE.matcher(line());
        if (!size.matches()) {
            throw new ProtocolException("no chunk");
        }
        return Long.parseLong(size.group(1), 16);
    }

    private void requireEmptyLine() throws IOException {
        if (!line().isEmpty()) {
            throw new ProtocolException("a chunk does not end");
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ended early");
            }
            if (++headBytes > MOST_HEAD_BYTES) {
                throw new ProtocolException("the head does not end");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
