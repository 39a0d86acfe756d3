package org.bookbell.smpp.text;

/** How the parts of a long text are marked as belonging together. */
public enum Joining {
    /** A user data header of 6 octets with an 8-bit reference (3GPP TS 23.040, 9.2.3.24.1). */
    UDH_8(153, 67),
    /** A user data header of 7 octets with a 16-bit reference (3GPP TS 23.040, 9.2.3.24.8). */
    UDH_16(152, 66),
    /** The TLVs sar_msg_ref_num, sar_total_segments and sar_segment_seqnum (SMPP 3.4, 5.3.2.22 to 24). */
    SAR(152, 66),
    /** Not cut here at all: the text goes as the TLV message_payload (SMPP 3.4, 5.3.2.32) and the message center cuts. */
    PAYLOAD(Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** What one message carries: 160 septets or 140 octets (3GPP TS 23.040). */
    private static final int SINGLE_SEPTETS = 160;

    private static final int SINGLE_CHARACTERS = 70;

    private final int septets;
    private final int characters;

    Joining(int septets, int characters) {
        this.septets = septets;
        this.characters = characters;
    }

    /** How many septets a text may have that is sent whole. */
    static int singleSeptets() {
        return SINGLE_SEPTETS;
    }

    /** How many 16-bit characters a text may have that is sent whole. */
    static int singleCharacters() {
        return SINGLE_CHARACTERS;
    }

    /** How many septets each part of a longer text may have. */
    int septets() {
        return septets;
    }

    /** How many 16-bit characters each part of a longer text may have. */
    int characters() {
        return characters;
    }

    public static Joining of(String word) {
        return switch (word) {
            case "udh8" -> UDH_8;
            case "udh16" -> UDH_16;
            case "sar" -> SAR;
            case "payload" -> PAYLOAD;
            default -> throw new IllegalArgumentException("unknown way to join " + word);
        };
    }
}
