package org.bookbell.export.download;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a download, on a thread of its own that is interrupted when the time is over. */
@FunctionalInterface
public interface Writing {

    /**
     * Writes all of it.
     *
     * @throws IOException if it cannot be written whole; also where nobody reads it any more
     */
    void write(OutputStream out) throws IOException;
}
