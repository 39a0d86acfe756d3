package org.bookbell.it.kannel;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.stream.Collectors;

/** The GSM 7-bit default alphabet and its extension (3GPP TS 23.038, 6.2.1 and 6.2.1.1), a byte for each septet. */
final class GsmAlphabet {

    private static final char ESCAPE = '\u001b';

    /** All characters that one septet writes, by their codes. */
    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ" + ESCAPE + "ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
                    + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final Map<Integer, Character> EXTENSION =
            Map.of(0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\', 0x3c, '[', 0x3d, '~', 0x3e, ']', 0x40, '|', 0x65, '€');

    private GsmAlphabet() {}

    /** Every character that can be written but the carriage return, which ends a line of no text. */
    static String all() {
        var extended = EXTENSION.values().stream().map(String::valueOf).sorted().collect(Collectors.joining());
        return BASIC.replace(String.valueOf(ESCAPE), "").replace("\r", "") + extended;
    }

    static String decode(byte[] septets) {
        var text = new StringBuilder();
        for (var at = 0; at < septets.length; at++) {
            var character = BASIC.charAt(septets[at]);
            if (character == ESCAPE) {
                at++;
                text.append(EXTENSION.getOrDefault((int) septets[at], '\ufffd'));
            } else {
                text.append(character);
            }
        }
        return text.toString();
    }

    /** A text of the basic alphabet only. */
    static byte[] encode(String text) {
        var septets = new ByteArrayOutputStream();
        text.chars().map(BASIC::indexOf).forEach(septets::write);
        return septets.toByteArray();
    }
}
