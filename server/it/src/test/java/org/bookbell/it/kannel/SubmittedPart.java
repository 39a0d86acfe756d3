package org.bookbell.it.kannel;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** What the SMS center was given in one piece: a message, or a part of a long one with its header. */
public record SubmittedPart(JsonObject line) {

    private static final int USER_DATA_HEADER = 0x40;
    private static final int UCS_2 = 8;

    /** The number, without its plus sign where {@link #isInternational()} says the same. */
    String to() {
        return line.getString("to");
    }

    boolean isInternational() {
        return line.getInt("ton") == 1;
    }

    public String from() {
        return line.getString("from");
    }

    /** The type of the sender's number: 3 for a short code of the network, 5 for letters. */
    public int typeOfSender() {
        return line.getInt("fromTon");
    }

    /** Whether a receipt is wanted, of whatever becomes of it. */
    public boolean wantsReceipt() {
        return line.getInt("receipt") == 1;
    }

    /** The data coding of SMPP: 0 for the alphabet of the SMS center, 8 for UCS-2. */
    int coding() {
        return line.getInt("coding");
    }

    /** The SMS center's id; empty where it refused. */
    String id() {
        return line.getString("id");
    }

    /** Until when it is worth delivering, as the SMS center was told. */
    public Instant validity() {
        return Instant.parse(line.getString("validity"));
    }

    /** The header that joins parts (3GPP TS 23.040, 9.2.3.24.1); empty where there is none. */
    byte[] header() {
        var hasHeader = (line.getInt("esmClass") & USER_DATA_HEADER) != 0;
        return hasHeader ? Arrays.copyOf(bytes(), bytes()[0] + 1) : new byte[0];
    }

    /** The text as a phone would read its bytes. */
    String text() {
        var text = Arrays.copyOfRange(bytes(), header().length, bytes().length);
        return coding() == UCS_2 ? new String(text, StandardCharsets.UTF_16BE) : GsmAlphabet.decode(text);
    }

    /** The text as Node's package reads it, whether it came as a short message or as a payload. */
    public String textReadByNode() {
        return line.getString("text");
    }

    private byte[] bytes() {
        return HexFormat.of().parseHex(line.getString("bytes"));
    }
}
