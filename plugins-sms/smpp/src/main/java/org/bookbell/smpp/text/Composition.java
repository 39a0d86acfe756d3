package org.bookbell.smpp.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import org.bookbell.spi.gateway.SmsText;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * Makes the parts of texts, as one account's message center wants them. Each long text gets the next reference number;
 * which number comes first is random, so that a restart does not repeat the last ones. Safe for threads.
 */
public final class Composition {

    private static final byte DEFAULT_CODING = 0;
    private static final byte WITH_HEADER = 0x40;

    private final DefaultAlphabet alphabet;
    private final Joining joining;
    private final AtomicInteger reference =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(0x10000));

    public Composition(DefaultAlphabet alphabet, Joining joining) {
        this.alphabet = alphabet;
        this.joining = joining;
    }

    /** How a text is written, and how much of it fits. */
    private record Writing(byte dataCoding, IntUnaryOperator units, int single, int joined) {}

    /** Whether the message center cuts long texts, so that we do not know how often. */
    public boolean isCutElsewhere() {
        return joining == Joining.PAYLOAD;
    }

    /** The parts of {@code text} in order, at least one. */
    public List<Part> compose(String text) {
        var writing = writingOf(text);
        var units = text.codePoints().map(writing.units()).sum();
        if (units <= writing.single()) {
            return List.of(new Part((byte) 0, writing.dataCoding(), octets(text, writing), List.of()));
        }
        if (joining == Joining.PAYLOAD) {
            return List.of(payload(octets(text, writing), writing));
        }
        var pieces = cut(text, writing);
        var number = reference.incrementAndGet() & 0xFFFF;
        var parts = new ArrayList<Part>();
        for (var piece : pieces) {
            var header = new PartHeader(number, pieces.size(), parts.size() + 1);
            parts.add(part(octets(piece, writing), writing, header));
        }
        return List.copyOf(parts);
    }

    /** The networks' 7 bits where they have each character and the message center's alphabet, too; else UCS-2. */
    private Writing writingOf(String text) {
        var isSeven = SmsText.of(text).encoding() == SmsText.Encoding.GSM_7
                && alphabet.encode(text).isPresent();
        return isSeven
                ? new Writing(DEFAULT_CODING, GsmTable::septets, Joining.singleSeptets(), joining.septets())
                : new Writing(Ucs2.DATA_CODING, Character::charCount, Joining.singleCharacters(), joining.characters());
    }

    private byte[] octets(String text, Writing writing) {
        return Optional.of(text)
                .filter(ours -> writing.dataCoding() == DEFAULT_CODING)
                .flatMap(alphabet::encode)
                .orElseGet(() -> Ucs2.encode(text));
    }

    private static List<String> cut(String text, Writing writing) {
        var pieces = new ArrayList<String>();
        var begin = 0;
        var used = 0;
        for (var at = 0; at < text.length(); ) {
            var codePoint = text.codePointAt(at);
            var needed = writing.units().applyAsInt(codePoint);
            if (used + needed > writing.joined()) {
                pieces.add(text.substring(begin, at));
                begin = at;
                used = 0;
            }
            used += needed;
            at += Character.charCount(codePoint);
        }
        pieces.add(text.substring(begin));
        return pieces;
    }

    private Part part(byte[] octets, Writing writing, PartHeader header) {
        return switch (joining) {
            case UDH_8 -> new Part(WITH_HEADER, writing.dataCoding(), joined(header.with8Bits(), octets), List.of());
            case UDH_16 -> new Part(WITH_HEADER, writing.dataCoding(), joined(header.with16Bits(), octets), List.of());
            case SAR, PAYLOAD ->
                new Part(
                        (byte) 0,
                        writing.dataCoding(),
                        octets,
                        List.of(
                                new OptionalParameter.Short(Tag.SAR_MSG_REF_NUM, (short) header.reference()),
                                new OptionalParameter.Byte(Tag.SAR_TOTAL_SEGMENTS, (byte) header.total()),
                                new OptionalParameter.Byte(Tag.SAR_SEGMENT_SEQNUM, (byte) header.number())));
        };
    }

    private static Part payload(byte[] octets, Writing writing) {
        return new Part(
                (byte) 0,
                writing.dataCoding(),
                new byte[0],
                List.of(new OptionalParameter.OctetString(Tag.MESSAGE_PAYLOAD.code(), octets)));
    }

    private static byte[] joined(byte[] header, byte[] octets) {
        var all = new byte[header.length + octets.length];
        System.arraycopy(header, 0, all, 0, header.length);
        System.arraycopy(octets, 0, all, header.length, octets.length);
        return all;
    }
}
