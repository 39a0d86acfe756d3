package org.bookbell.smpp.text;

import java.nio.ByteBuffer;

/**
 * UCS-2, two octets for each {@code char} of Java, the higher one first (3GPP TS 23.038, 6.2.3). What lies beyond U+FFFF
 * travels as its pair of surrogates, which phones understand.
 */
public final class Ucs2 {

    /** Its data_coding (SMPP 3.4, 5.2.19). */
    public static final byte DATA_CODING = 8;

    private Ucs2() {}

    /** Never replaces anything, not even a surrogate without its pair. */
    static byte[] encode(String text) {
        var octets = ByteBuffer.allocate(2 * text.length());
        for (var at = 0; at < text.length(); at++) {
            octets.putChar(text.charAt(at));
        }
        return octets.array();
    }

    /** A single octet at the end is left out. */
    public static String decode(byte[] octets) {
        var all = ByteBuffer.wrap(octets);
        var text = new StringBuilder(octets.length / 2);
        while (all.remaining() >= 2) {
            text.append(all.getChar());
        }
        return text.toString();
    }
}
