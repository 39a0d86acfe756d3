package org.bookbell.smpp.text;

import java.io.ByteArrayOutputStream;

/** The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1). */
final class GsmTable {

    private static final int ESCAPE = 0x1B;
    private static final char UNKNOWN = '\uFFFD';

    /** Row by row; the escape's place is taken by a character that never occurs. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\uFFFFÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final int[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private GsmTable() {}

    /** How many septets a character takes that one of the tables has. */
    static int septets(int codePoint) {
        return EXTENSION.indexOf(codePoint) >= 0 ? 2 : 1;
    }

    /** Writes one or two octets; false if neither table has {@code character}. */
    static boolean write(char character, ByteArrayOutputStream octets) {
        var basic = BASIC.indexOf(character);
        if (basic >= 0 && basic != ESCAPE) {
            octets.write(basic);
            return true;
        }
        var extension = EXTENSION.indexOf(character);
        if (extension < 0) {
            return false;
        }
        octets.write(ESCAPE);
        octets.write(EXTENSION_CODES[extension]);
        return true;
    }

    /** An unknown extension is read as its basic character, as the standard asks of phones. */
    static String read(byte[] octets) {
        var text = new StringBuilder(octets.length);
        for (var at = 0; at < octets.length; at++) {
            if (octets[at] != ESCAPE) {
                text.append(basic(octets[at]));
            } else if (at + 1 < octets.length) {
                at++;
                text.append(extended(octets[at]));
            }
        }
        return text.toString();
    }

    private static char basic(byte code) {
        return code >= 0 && code != ESCAPE ? BASIC.charAt(code) : UNKNOWN;
    }

    private static char extended(byte code) {
        for (var at = 0; at < EXTENSION_CODES.length; at++) {
            if (EXTENSION_CODES[at] == code) {
                return EXTENSION.charAt(at);
            }
        }
        return basic(code);
    }
}
