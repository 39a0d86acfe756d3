package org.bookbell.export.busy.ical.line;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The lines of a calendar, unfolded (RFC 5545, 3.1): what begins with a space or a tab goes on with the line before, even
 * within a letter of several bytes. Bytes are therefore taken one by one; of letters beyond ASCII only equality matters.
 */
final class Lines {

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final String text;
    private int at;
    private int number;

    Lines(byte[] bytes) {
        var all = new String(bytes, StandardCharsets.ISO_8859_1);
        this.text = all.startsWith(BYTE_ORDER_MARK) ? all.substring(BYTE_ORDER_MARK.length()) : all;
    }

    /** The number of the line that was read last. */
    int number() {
        return number;
    }

    /** The next line that is not blank. */
    Optional<ContentLine> next() throws UnreadableCalendar {
        while (at < text.length()) {
            var line = take();
            var first = number;
            if (isFolded()) {
                var unfolded = new StringBuilder(line);
                while (isFolded()) {
                    unfolded.append(take(), 1, lastLength);
                }
                line = unfolded.toString();
            }
            if (!line.isBlank()) {
                return Optional.of(ContentLine.of(first, line));
            }
        }
        return Optional.empty();
    }

    private int lastLength;

    private String take() {
        var end = text.indexOf('\n', at);
        var next = end < 0 ? text.length() : end + 1;
        end = end < 0 ? text.length() : end;
        if (end > at && text.charAt(end - 1) == '\r') {
            end--;
        }
        var line = text.substring(at, end);
        at = next;
        number++;
        lastLength = line.length();
        return line;
    }

    private boolean isFolded() {
        return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
    }
}
