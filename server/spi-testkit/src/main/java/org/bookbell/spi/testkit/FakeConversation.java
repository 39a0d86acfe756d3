package org.bookbell.spi.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the requests of one connection: just enough of HTTP/1.1 (RFC 9112) for clients that keep it. */
final class FakeConversation {

    private final InputStream in;

    FakeConversation(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 14);
    }

    /** The next request; empty where the client has gone. */
    Optional<FakeRequest> next() throws IOException {
        var first = findLine();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var words = first.get().split(" ", 3);
        if (words.length != 3) {
            throw new IOException("no request line");
        }
        var headers = headers();
        var mark = words[1].indexOf('?');
        return Optional.of(new FakeRequest(
                words[0],
                mark < 0 ? words[1] : words[1].substring(0, mark),
                mark < 0 ? "" : words[1].substring(mark + 1),
                headers,
                body(headers)));
    }

    private Map<String, List<String>> headers() throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("no header");
            }
            headers.computeIfAbsent(line.substring(0, colon), unused -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("Transfer-Encoding")) {
            return chunks();
        }
        var length = headers.getOrDefault("Content-Length", List.of("0")).get(0);
        return exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        for (var size = size(); size > 0; size = size()) {
            all.write(exactly(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().replaceAll(";.*", "").strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the request ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        return findLine().orElseThrow(() -> new EOFException("the request ended early"));
    }

    private Optional<String> findLine() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            line.write(next);
        }
        return Optional.of(line.toString(ISO_8859_1).stripTrailing());
    }
}
