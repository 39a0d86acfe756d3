package org.bookbell.smpp.text;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which part of which long text a message is, as the information element of a user data header says it (3GPP TS 23.040,
 * 9.2.3.24.1 and 9.2.3.24.8).
 *
 * @param reference the same for all parts of a text
 * @param total how many parts there are, 1 to 255
 * @param number which one this is, 1 to {@code total}
 */
public record PartHeader(int reference, int total, int number) {

    private static final int CONCATENATION_8 = 0x00;
    private static final int CONCATENATION_16 = 0x08;

    /** The header with its length octet: six octets. */
    byte[] with8Bits() {
        return new byte[] {5, CONCATENATION_8, 3, (byte) reference, (byte) total, (byte) number};
    }

    /** The header with its length octet: seven octets. */
    byte[] with16Bits() {
        return new byte[] {
            6, CONCATENATION_16, 4, (byte) (reference >> 8), (byte) reference, (byte) total, (byte) number
        };
    }

    /** Empty for a part that cannot be. */
    public static Optional<PartHeader> of(int reference, int total, int number) {
        return number >= 1 && number <= total
                ? Optional.of(new PartHeader(reference, total, number))
                : Optional.empty();
    }

    /** What a user data header at the begin of {@code octets} says of parts; empty if nothing sensible. */
    public static Optional<PartHeader> find(byte[] octets) {
        var header = ByteBuffer.wrap(octets, 0, headerLength(octets));
        if (header.hasRemaining()) {
            header.get();
        }
        while (header.remaining() >= 2) {
            var kind = header.get();
            var length = header.get() & 0xFF;
            if (length > header.remaining()) {
                return Optional.empty();
            }
            var element = new byte[length];
            header.get(element);
            var found = read(kind, element);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The octets without the user data header at their begin. */
    public static byte[] strip(byte[] octets) {
        return Arrays.copyOfRange(octets, headerLength(octets), octets.length);
    }

    private static Optional<PartHeader> read(byte kind, byte[] element) {
        if (kind == CONCATENATION_8 && element.length == 3) {
            return of(element[0] & 0xFF, element[1] & 0xFF, element[2] & 0xFF);
        }
        if (kind == CONCATENATION_16 && element.length == 4) {
            return of(((element[0] & 0xFF) << 8) | (element[1] & 0xFF), element[2] & 0xFF, element[3] & 0xFF);
        }
        return Optional.empty();
    }

    private static int headerLength(byte[] octets) {
        return octets.length == 0 ? 0 : Math.min((octets[0] & 0xFF) + 1, octets.length);
    }
}
