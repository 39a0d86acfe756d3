package org.bookbell.export.busy.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.function.Consumer;

/** A connection for one request, which ends with it. */
final class Connection implements AutoCloseable {

    private final TimedSocket plain;
    private final Socket socket;
    private final InputStream in;
    private final Consumer<Socket> end;

    Connection(TimedSocket plain, Socket socket, Consumer<Socket> end) throws IOException {
        this.plain = plain;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.end = end;
    }

    void until(Deadline deadline) {
        plain.until(deadline);
    }

    /** Asks for a calendar, unless it is as {@code known} tells (RFC 9110, 13.1). */
    void ask(FeedAddress address, Validators known) throws IOException {
        var request = new StringBuilder("GET ")
                .append(address.target())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.authority())
                .append("\r\nUser-Agent: Bookbell\r\nAccept: text/calendar, */*;q=0.1\r\nAccept-Encoding: gzip\r\n");
        known.entityTag()
                .ifPresent(tag -> request.append("If-None-Match: ").append(tag).append("\r\n"));
        known.lastModified()
                .ifPresent(time ->
                        request.append("If-Modified-Since: ").append(time).append("\r\n"));
        request.append("Connection: close\r\n\r\n");
        var out = socket.getOutputStream();
        out.write(request.toString().getBytes(US_ASCII));
        out.flush();
    }

    InputStream in() {
        return in;
    }

    /** At once, without the farewell of TLS, for which a server that does not read would be waited. */
    @Override
    public void close() {
        end.accept(plain);
    }
}
