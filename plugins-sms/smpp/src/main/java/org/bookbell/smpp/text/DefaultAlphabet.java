package org.bookbell.smpp.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a message center understands by data_coding 0, the "SMSC Default Alphabet" (SMPP 3.4, 5.2.19), which each operator
 * chooses.
 */
public enum DefaultAlphabet {
    /** The GSM 7-bit default alphabet with its extension table, an octet for each 7 bits. */
    GSM {
        @Override
        public Optional<byte[]> encode(String text) {
            var octets = new ByteArrayOutputStream(text.length() + 8);
            for (var at = 0; at < text.length(); at++) {
                if (!GsmTable.write(text.charAt(at), octets)) {
                    return Optional.empty();
                }
            }
            return Optional.of(octets.toByteArray());
        }

        @Override
        public String decode(byte[] octets) {
            return GsmTable.read(octets);
        }
    },
    /** ISO 8859-1. */
    LATIN_1 {
        @Override
        public Optional<byte[]> encode(String text) {
            return encodeIn(text, StandardCharsets.ISO_8859_1);
        }

        @Override
        public String decode(byte[] octets) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
    },
    /** 7-bit ASCII, the same letters as IA5. */
    ASCII {
        @Override
        public Optional<byte[]> encode(String text) {
            return encodeIn(text, StandardCharsets.US_ASCII);
        }

        @Override
        public String decode(byte[] octets) {
            return new String(octets, StandardCharsets.US_ASCII);
        }
    };

    /** {@code text} in this alphabet; empty if a character is missing in it. */
    public abstract Optional<byte[]> encode(String text);

    /** What {@code octets} say; an octet that means nothing becomes a replacement character. */
    public abstract String decode(byte[] octets);

    public static DefaultAlphabet of(String word) {
        return switch (word) {
            case "gsm" -> GSM;
            case "latin1" -> LATIN_1;
            case "ascii" -> ASCII;
            default -> throw new IllegalArgumentException("unknown alphabet " + word);
        };
    }

    private static Optional<byte[]> encodeIn(String text, Charset charset) {
        return charset.newEncoder().canEncode(text) ? Optional.of(text.getBytes(charset)) : Optional.empty();
    }
}
