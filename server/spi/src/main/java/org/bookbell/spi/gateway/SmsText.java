package org.bookbell.spi.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text as the networks count it: its encoding, its length in that encoding and the segments it is sent and paid as.
 *
 * <p>A text whose every character stands in the GSM 7-bit default alphabet or its extension table (3GPP TS 23.038
 * §6.2.1, §6.2.1.1) is sent in that alphabet, any other in UCS-2 (§6.2.3). One message carries 140 octets; a longer text
 * is cut into messages that lose 6 octets each to the header that joins them (3GPP TS 23.040 §9.2.3.24.1). National
 * language tables (§6.2.1.2) are not used, since few providers do. Immutable; the text itself is never shown by {@link
 * #toString()}.
 */
public final class SmsText {

    /** How a text is sent. */
    public enum Encoding {
        /** 7 bits a unit; a character of the extension table takes two units. */
        GSM_7(160, 153),
        /** 16 bits a unit; a character beyond U+FFFF takes two units. */
        UCS_2(70, 67);

        private final int single;
        private final int joined;

        Encoding(int single, int joined) {
            this.single = single;
            this.joined = joined;
        }

        /** How many units a text may have that is sent as one segment. */
        public int unitsOfSingleSegment() {
            return single;
        }

        /** How many units each segment of a longer text may have. */
        public int unitsOfJoinedSegment() {
            return joined;
        }

        private int unitsOf(int codePoint) {
            return this == GSM_7 ? gsmUnits(codePoint) : Character.charCount(codePoint);
        }
    }

    /** 3GPP TS 23.038 §6.2.1 row by row, without the escape at 0x1B. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** 3GPP TS 23.038 §6.2.1.1: characters that follow an escape. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    /** For each code point up to the last that has any: how many units it takes, 0 for one of neither table. */
    private static final byte[] UNITS = units(BASIC, EXTENSION);

    private final String text;
    private final Encoding encoding;
    private final int units;
    private final List<String> parts;

    private SmsText(String text) {
        this.text = text;
        this.encoding = text.codePoints().allMatch(SmsText::isGsm7) ? Encoding.GSM_7 : Encoding.UCS_2;
        this.units = text.codePoints().map(encoding::unitsOf).sum();
        this.parts = units == 0 ? List.of() : units <= encoding.single ? List.of(text) : cut();
    }

    /** {@code text} as it would be sent; any text, also an empty one or one with unpaired surrogates. */
    public static SmsText of(String text) {
        return new SmsText(text);
    }

    /** Whether {@code codePoint} can be sent in the GSM 7-bit default alphabet or its extension table. */
    public static boolean isGsm7(int codePoint) {
        return gsmUnits(codePoint) > 0;
    }

    public Encoding encoding() {
        return encoding;
    }

    /** The length in units of the {@link #encoding()}; 0 for an empty text. */
    public int units() {
        return units;
    }

    /** How many segments the text is sent and paid as; 0 for an empty text. */
    public int segments() {
        return parts.size();
    }

    /**
     * The text cut into its segments, as full as they can be; together they are the text. No segment begins in the
     * middle of a character, be it an escaped one of the extension table or a pair of surrogates.
     */
    public List<String> parts() {
        return parts;
    }

    /** The first character that no 7-bit alphabet has, and that so makes the whole text UCS-2; empty if there is none. */
    public Optional<String> firstBeyondGsm7() {
        return text.codePoints()
                .filter(codePoint -> !isGsm7(codePoint))
                .mapToObj(Character::toString)
                .findFirst();
    }

    private List<String> cut() {
        var segments = new ArrayList<String>();
        var begin = 0;
        var used = 0;
        for (var at = 0; at < text.length(); ) {
            var codePoint = text.codePointAt(at);
            var needed = encoding.unitsOf(codePoint);
            if (used + needed > encoding.joined) {
                segments.add(text.substring(begin, at));
                begin = at;
                used = 0;
            }
            used += needed;
            at += Character.charCount(codePoint);
        }
        segments.add(text.substring(begin));
        return List.copyOf(segments);
    }

    private static int gsmUnits(int codePoint) {
        return codePoint >= 0 && codePoint < UNITS.length ? UNITS[codePoint] : 0;
    }

    private static byte[] units(String ofOne, String ofTwo) {
        var units = new byte[(ofOne + ofTwo).chars().max().orElseThrow() + 1];
        ofOne.chars().forEach(letter -> units[letter] = 1);
        ofTwo.chars().forEach(letter -> units[letter] = 2);
        return units;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmsText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Shows figures only: the text is personal. */
    @Override
    public String toString() {
        return "SmsText[" + encoding + ", units=" + units + ", segments=" + parts.size() + "]";
    }
}
