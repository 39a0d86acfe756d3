package org.bookbell.smpp.inbound;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bookbell.smpp.text.DefaultAlphabet;
import org.bookbell.smpp.text.Ucs2;

/** Reads the octets of a text by its data_coding (SMPP 3.4, 5.2.19). */
final class Coding {

    /** Whose lower bits are a message class and an alphabet (3GPP TS 23.038, 4). */
    private static final int MESSAGE_CLASS = 0xF0;

    private static final int EIGHT_BITS = 0x04;

    private Coding() {}

    /** What {@code octets} say; empty where they are no text, or of a kind that nobody sends. */
    static Optional<String> read(byte dataCoding, byte[] octets, DefaultAlphabet alphabet) {
        var coding = dataCoding & 0xFF;
        if ((coding & MESSAGE_CLASS) == MESSAGE_CLASS) {
            return (coding & EIGHT_BITS) == 0 ? Optional.of(alphabet.decode(octets)) : Optional.empty();
        }
        return switch (coding) {
            case 0 -> Optional.of(alphabet.decode(octets));
            case 1 -> Optional.of(new String(octets, StandardCharsets.US_ASCII));
            case 3 -> Optional.of(new String(octets, StandardCharsets.ISO_8859_1));
            case 6 -> read("ISO-8859-5", octets);
            case 7 -> read("ISO-8859-8", octets);
            case 8 -> Optional.of(Ucs2.decode(octets));
            default -> Optional.empty();
        };
    }

    private static Optional<String> read(String charset, byte[] octets) {
        return Charset.isSupported(charset)
                ? Optional.of(new String(octets, Charset.forName(charset)))
                : Optional.empty();
    }
}
