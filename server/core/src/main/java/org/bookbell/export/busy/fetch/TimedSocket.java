package org.bookbell.export.busy.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket whose every read ends by a deadline, however slowly bytes drip, under TLS too. */
final class TimedSocket extends Socket {

    private volatile Deadline deadline;

    TimedSocket(Deadline deadline) {
        this.deadline = deadline;
    }

    void until(Deadline another) {
        deadline = another;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(deadline.millisLeft());
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                setSoTimeout(deadline.millisLeft());
                return in.read(bytes, offset, length);
            }
        };
    }
}
