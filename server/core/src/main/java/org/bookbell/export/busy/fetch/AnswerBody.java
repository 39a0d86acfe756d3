package org.bookbell.export.busy.fetch;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.bookbell.export.busy.fetch.AnswerHead.HeadLines;

/** The body of an answer by its framing (RFC 9112, 6.3), unpacked; neither form may be longer than is allowed. */
final class AnswerBody {

    static final int LONGEST = 5 * 1024 * 1024;

    private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})\\s*(?:;.*)?");
    private static final int LONGEST_TRAILER = 8 * 1024;
    private static final int HEXADECIMAL = 16;

    private AnswerBody() {}

    static byte[] read(AnswerHead head, InputStream in) throws IOException, Refusal {
        var framed = framed(head, in);
        var coding = head.header("Content-Encoding").orElse("identity").toLowerCase(Locale.ROOT);
        var unpacked = switch (coding) {
            case "identity", "" -> framed;
            case "gzip", "x-gzip" -> new GZIPInputStream(new Framed(framed, LONGEST, false));
            default -> throw new Refusal("The calendar came in a form that nobody asked for.");
        };
        var body = unpacked.readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new Refusal("The calendar is larger than 5 MB.");
        }
        return body;
    }

    private static InputStream framed(AnswerHead head, InputStream in) throws IOException {
        var transfer = head.header("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        if (transfer.equals("chunked")) {
            return new Chunks(in);
        }
        if (!transfer.isEmpty()) {
            throw new ProtocolException("an unknown transfer coding");
        }
        var length = head.header("Content-Length");
        if (length.isEmpty()) {
            return in;
        }
        if (!LENGTH.matcher(length.get()).matches()) {
            throw new ProtocolException("no length");
        }
        return new Framed(in, Long.parseLong(length.get()), true);
    }

    /** So many bytes, which must all come, or at most so many. */
    private static final class Framed extends FilterInputStream {

        private final boolean isExact;
        private long left;

        Framed(InputStream in, long length, boolean isExact) {
            super(in);
            this.left = length;
            this.isExact = isExact;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            var count = in.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0 && isExact) {
                throw new EOFException("the answer ended too early");
            }
            left -= Math.max(0, count);
            return count;
        }
    }

    /** Chunks, one after the other (RFC 9112, 7.1). */
    private static final class Chunks extends InputStream {

        private final InputStream in;
        private final HeadLines lines;
        private long left;
        private boolean isEnded;

        Chunks(InputStream in) {
            this.in = in;
            this.lines = new HeadLines(in, LONGEST);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (isEnded || (left == 0 && !next())) {
                return -1;
            }
            var count = in.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("the answer ended within a chunk");
            }
            left -= count;
            if (left == 0 && !lines.next().isEmpty()) {
                throw new ProtocolException("a chunk is longer than it says");
            }
            return count;
        }

        private boolean next() throws IOException {
            var size = CHUNK.matcher(lines.next());
            if (!size.matches()) {
                throw new ProtocolException("no size of a chunk");
            }
            left = Long.parseLong(size.group(1), HEXADECIMAL);
            isEnded = left == 0;
            if (isEnded) {
                var trailers = new HeadLines(in, LONGEST_TRAILER);
                while (!trailers.next().isEmpty()) {
                    // trailers say nothing that is asked for
                }
            }
            return !isEnded;
        }
    }
}
