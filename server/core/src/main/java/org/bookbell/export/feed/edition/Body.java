package org.bookbell.export.feed.edition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;

/** The whole text of a feed, kept as it travels. */
public final class Body {

    private static final int BUFFER = 1 << 16;

    private final byte[] zipped;
    private final long length;

    Body(ByteArrayOutputStream zipped, long length) {
        this.zipped = zipped.toByteArray();
        this.length = length;
    }

    int size() {
        return zipped.length;
    }

    /** How long it is. */
    public long length() {
        return length;
    }

    /** As {@code Content-Encoding: gzip} wants it. */
    public byte[] zipped() {
        return zipped.clone();
    }

    public void writeTo(OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped), BUFFER)) {
            for (var count = in.readNBytes(buffer, 0, BUFFER); count > 0; count = in.readNBytes(buffer, 0, BUFFER)) {
                out.write(buffer, 0, count);
            }
        }
    }
}
