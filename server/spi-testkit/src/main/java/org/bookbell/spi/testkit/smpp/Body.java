package org.bookbell.spi.testkit.smpp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The body of a PDU that is being written. */
final class Body {

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    /** A C-Octet String (SMPP 3.4, 3.1). */
    Body text(String ascii) {
        octets.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
        octets.write(0);
        return this;
    }

    /** An integer of one octet. */
    Body number(int value) {
        octets.write(value);
        return this;
    }

    Body octets(byte[] some) {
        octets.writeBytes(some);
        return this;
    }

    byte[] toOctets() {
        return octets.toByteArray();
    }
}
