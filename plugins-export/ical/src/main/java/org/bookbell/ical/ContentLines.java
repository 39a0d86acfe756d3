package org.bookbell.ical;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes content lines in UTF-8, folded at {@value #LONGEST} octets and never within a character (RFC 5545 §3.1). */
final class ContentLines {

    private static final int LONGEST = 75;
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");
    private static final Pattern OTHER_CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\;,]");
    private static final byte[] END_OF_LINE = {'\r', '\n'};

    private final OutputStream out;

    ContentLines(OutputStream out) {
        this.out = out;
    }

    /** Writes a value that needs no escapes, such as a time or a word of the standard. */
    void add(String property, String value) throws IOException {
        var octets = (property + ":" + value).getBytes(StandardCharsets.UTF_8);
        var begin = 0;
        var room = LONGEST;
        while (octets.length - begin > room) {
            var end = endOfCharacter(octets, begin + room);
            out.write(octets, begin, end - begin);
            out.write(END_OF_LINE);
            out.write(' ');
            begin = end;
            room = LONGEST - 1;
        }
        out.write(octets, begin, octets.length - begin);
        out.write(END_OF_LINE);
    }

    /** Writes what people typed: line breaks are kept, other control characters are not (RFC 5545 §3.3.11). */
    void addText(String property, String text) throws IOException {
        var lines = LINE_BREAK.matcher(text).replaceAll("\n");
        var clean = OTHER_CONTROL.matcher(lines).replaceAll("");
        add(property, SPECIAL.matcher(clean).replaceAll("\\\\$0").replace("\n", "\\n"));
    }

    /** The last end of a character at or before {@code at}: octets after a character's first begin with the bits 10. */
    private static int endOfCharacter(byte[] octets, int at) {
        var end = at;
        while ((octets[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }
}
