package org.bookbell.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * One request. Its text shows the method only, since the rest may hold secrets and personal data.
 *
 * @param method such as {@code POST}
 * @param path percent-encoded, with the query; begins with a slash
 * @param headers without those that belong to the connection or tell of the body
 */
public record Request(String method, String path, List<Header> headers, Optional<Body> body) {

    /** A line of the head; without line ends in it. */
    public record Header(String name, String value) {

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What follows the head.
     *
     * @param type as in Content-Type
     * @param bytes not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Body(String type, byte[] bytes) {

        @Override
        public String toString() {
            return type;
        }
    }

    /** The whole of it in one piece, so that it leaves in one packet where it fits. */
    byte[] bytes(Target target) {
        var head = new StringBuilder(400);
        head.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        add(head, "Host", target.authority());
        headers.forEach(header -> add(head, header.name(), header.value()));
        addUnlessGiven(head, "User-Agent", "Bookbell");
        body.ifPresent(given -> {
            addUnlessGiven(head, "Content-Type", given.type());
            add(head, "Content-Length", Integer.toString(given.bytes().length));
        });
        var all = new ByteArrayOutputStream(head.length() + 400);
        all.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        body.ifPresent(given -> all.writeBytes(given.bytes()));
        return all.toByteArray();
    }

    private void addUnlessGiven(StringBuilder head, String name, String value) {
        if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase(name))) {
            add(head, name, value);
        }
    }

    private static void add(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    @Override
    public String toString() {
        return "Request[" + method + "]";
    }
}
