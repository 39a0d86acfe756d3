package org.bookbell.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server answered. Its text shows the status only.
 *
 * @param status of three digits
 * @param headers the first value of each by its name, whose case does not count
 * @param body its first {@value #MOST_BYTES} bytes; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, Map<String, String> headers, byte[] body) {

    /** As much of a body as is read. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body in the charset that it names, otherwise in UTF-8. */
    public String text() {
        var named = header("Content-Type").map(CHARSET::matcher).filter(found -> found.find());
        var charset = named.map(found -> found.group(1))
                .filter(Answer::isKnown)
                .map(Charset::forName)
                .orElse(UTF_8);
        return new String(body, charset);
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
