package org.bookbell.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** Just enough of HTTP/1.1 on a socket that is kept until the server announces that it closes it. */
final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private boolean closing;
    private long received;

    Connection(URI address) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    /** Whether the server said that the last answer was the last of this connection. */
    boolean isClosing() {
        return closing;
    }

    /** How many bytes the bodies of all answers had. */
    long received() {
        return received;
    }

    /** Sends a request, reads its answer to the end and returns its status. */
    int exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var first = line();
        var status = Integer.parseInt(first.substring(9, 12));
        closing |= first.startsWith("HTTP/1.0");
        var length = 0;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:");
            closing |= lower.equals("connection: close");
        }
        if (chunked) {
            skipChunks();
        } else {
            skip(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            skip(size);
            line();
        }
        line();
    }

    private void skip(int count) throws IOException {
        in.skipNBytes(count);
        received += count;
    }

    private String line() throws IOException {
        var text = new StringBuilder(80);
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
