package org.bookbell.export.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Optional;

/** An export that has begun: either it is short and complete, or its first hundred kilobytes are here. */
public final class Download {

    private final Pipe pipe;
    private final Deadline deadline;

    Download(Pipe pipe, Deadline deadline) {
        this.pipe = pipe;
        this.deadline = deadline;
    }

    /** How many bytes it has, where that is known. */
    public Optional<Long> length() {
        return pipe.length();
    }

    /**
     * Writes all of it, once.
     *
     * @throws IOException if it failed or nobody took it in time; what was written until then must not look complete
     */
    public void writeTo(OutputStream out) throws IOException {
        deadline.watchReader(Thread.currentThread());
        try {
            for (var next = pipe.read(); next.isPresent(); next = pipe.read()) {
                out.write(next.get());
            }
        } catch (InterruptedException interrupted) {
            throw (IOException) new InterruptedIOException("nobody took the download in time").initCause(interrupted);
        } finally {
            pipe.fail(new IOException("the reader has gone"));
            deadline.end();
        }
    }
}
