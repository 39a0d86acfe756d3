package org.bookbell.spi.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** What a {@link FakeHttpProvider} does with a request; immutable. */
public final class FakeAnswer {

    private static final Duration FOREVER = Duration.ofDays(1);

    private final byte[] said;
    private final Duration delay;
    private final boolean isLast;

    private FakeAnswer(byte[] said, Duration delay, boolean isLast) {
        this.said = said;
        this.delay = delay;
        this.isLast = isLast;
    }

    /** An answer with no body. */
    public static FakeAnswer status(int status) {
        return of(status, "", "");
    }

    /** JSON in UTF-8. */
    public static FakeAnswer json(int status, String json) {
        return of(status, "application/json", json);
    }

    /** Plain text in UTF-8. */
    public static FakeAnswer text(int status, String text) {
        return of(status, "text/plain;charset=utf-8", text);
    }

    /**
     * Any answer.
     *
     * @param contentType empty for none
     */
    public static FakeAnswer of(int status, String contentType, String body) {
        var type = contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n";
        var length = body.getBytes(UTF_8).length;
        return raw("HTTP/1.1 " + status + " Status\r\n" + type + "Content-Length: " + length + "\r\n\r\n" + body);
    }

    /** These words in UTF-8 instead of an answer: half of one, several, or none that HTTP knows. */
    public static FakeAnswer raw(String words) {
        return new FakeAnswer(words.getBytes(UTF_8), Duration.ZERO, false);
    }

    /** The request is read, and nothing is said to it as long as the fake is open. */
    public static FakeAnswer hang() {
        return raw("").after(FOREVER);
    }

    /** The request is read, and the connection is closed without an answer. */
    public static FakeAnswer cut() {
        return raw("").thenCut();
    }

    /** The same with one more header, such as {@code Retry-After}. */
    public FakeAnswer with(String header, String value) {
        var all = new String(said, UTF_8);
        var at = all.indexOf("\r\n") + 2;
        var longer = all.substring(0, at) + header + ": " + value + "\r\n" + all.substring(at);
        return new FakeAnswer(longer.getBytes(UTF_8), delay, isLast);
    }

    /** The same, some time later. */
    public FakeAnswer after(Duration wait) {
        return new FakeAnswer(said, wait, isLast);
    }

    /** The same, after which the connection is closed, whatever the headers say. */
    public FakeAnswer thenCut() {
        return new FakeAnswer(said, delay, true);
    }

    /** The same answer so often, for {@link FakeHttpProvider#next}. */
    public List<FakeAnswer> times(int count) {
        return Collections.nCopies(count, this);
    }

    byte[] said() {
        return said;
    }

    Duration delay() {
        return delay;
    }

    boolean isLast() {
        return isLast;
    }
}
