package org.bookbell.daysheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts. */
final class Hash {

    private Hash() {}

    static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Eight digits that two people can compare over the telephone. */
    static String spoken(String text) {
        var digits = HexFormat.of().formatHex(of(text), 0, 4);
        return digits.substring(0, 4) + " " + digits.substring(4);
    }
}
