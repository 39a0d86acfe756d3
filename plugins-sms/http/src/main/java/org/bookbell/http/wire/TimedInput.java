package org.bookbell.http.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** Reads from a socket until a deadline, however slowly bytes drip, and counts none of them twice. */
final class TimedInput extends InputStream {

    private static final int BUFFER_BYTES = 8 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private Deadline deadline = new Deadline(System.nanoTime());

    TimedInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    void until(Deadline another) {
        deadline = another;
    }

    /** Whether something came that nobody read. */
    boolean hasLeft() throws IOException {
        return at < end || in.available() > 0;
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end && !fill()) {
            return -1;
        }
        var count = Math.min(length, end - at);
        System.arraycopy(buffer, at, bytes, offset, count);
        at += count;
        return count;
    }

    private boolean fill() throws IOException {
        socket.setSoTimeout(deadline.millisLeft());
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
