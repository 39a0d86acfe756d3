package org.bookbell.spi.testkit.smpp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a {@link FakeSmppProvider} brings: a deliver_sm (SMPP 3.4, 4.6.1) or a data_sm (4.7.1).
 *
 * @param from the source address
 * @param fromType its TON
 * @param to the destination address
 * @param parameters the TLVs by their tag
 * @param isData whether it comes as a data_sm, whose text is the TLV message_payload
 */
@SuppressWarnings("ArrayRecordComponent")
public record SmppDelivery(
        String from,
        int fromType,
        String to,
        int esmClass,
        int dataCoding,
        byte[] shortMessage,
        Map<Integer, byte[]> parameters,
        boolean isData) {

    private static final int RECEIPT = 0x04;
    private static final int INTERNATIONAL = 1;
    private static final int RECEIPTED_MESSAGE_ID = 0x001E;
    private static final int MESSAGE_STATE = 0x0427;
    private static final int MESSAGE_PAYLOAD = 0x0424;

    /** A delivery receipt with this text, whatever it says. */
    public static SmppDelivery receipt(String text) {
        return new SmppDelivery(
                "12125550123",
                INTERNATIONAL,
                "Practice",
                RECEIPT,
                0,
                text.getBytes(StandardCharsets.US_ASCII),
                Map.of(),
                false);
    }

    /** A delivery receipt as SMPP 3.4, Appendix B, has it. */
    public static SmppDelivery receipt(String messageId, String stat) {
        return receipt("id:" + messageId + " sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:" + stat
                + " err:" + (stat.equals("DELIVRD") ? "000" : "034") + " Text:Tomorrow at 9");
    }

    /** What somebody with this number wrote, its octets as data_coding says. */
    public static SmppDelivery message(String from, String to, int dataCoding, byte[] octets) {
        return new SmppDelivery(from, INTERNATIONAL, to, 0, dataCoding, octets, Map.of(), false);
    }

    /** The same with a TLV more. */
    public SmppDelivery with(int tag, byte[] value) {
        var more = new TreeMap<>(parameters);
        more.put(tag, value);
        return new SmppDelivery(from, fromType, to, esmClass, dataCoding, shortMessage, more, isData);
    }

    /** The same with the TLVs of a receipt (SMPP 3.4, 5.3.2.12 and 5.3.2.35). */
    public SmppDelivery with(String messageId, int messageState) {
        return with(RECEIPTED_MESSAGE_ID, (messageId + "\0").getBytes(StandardCharsets.US_ASCII))
                .with(MESSAGE_STATE, new byte[] {(byte) messageState});
    }

    /** The same with another esm_class (SMPP 3.4, 5.2.12). */
    public SmppDelivery withEsmClass(int other) {
        return new SmppDelivery(from, fromType, to, other, dataCoding, shortMessage, parameters, isData);
    }

    /** The same from an address of another TON. */
    public SmppDelivery withFromType(int other) {
        return new SmppDelivery(from, other, to, esmClass, dataCoding, shortMessage, parameters, isData);
    }

    /** The same text in UCS-2. */
    public SmppDelivery inUcs2() {
        var text = new String(shortMessage, StandardCharsets.US_ASCII);
        return new SmppDelivery(
                from, fromType, to, esmClass, 8, text.getBytes(StandardCharsets.UTF_16BE), parameters, isData);
    }

    /** The same as a data_sm. */
    public SmppDelivery asData() {
        var moved = new SmppDelivery(from, fromType, to, esmClass, dataCoding, new byte[0], parameters, true);
        return moved.with(MESSAGE_PAYLOAD, shortMessage);
    }

    int commandId() {
        return isData ? Pdu.DATA_SM : Pdu.DELIVER_SM;
    }

    byte[] body() {
        var body = new Body()
                .text("")
                .number(fromType)
                .number(1)
                .text(from)
                .number(0)
                .number(0)
                .text(to)
                .number(esmClass);
        if (isData) {
            body.number(0).number(dataCoding);
        } else {
            body.number(0).number(0).text("").text("").number(0).number(0);
            body.number(dataCoding).number(0).number(shortMessage.length).octets(shortMessage);
        }
        parameters.forEach((tag, value) -> body.octets(ByteBuffer.allocate(4 + value.length)
                .putShort(tag.shortValue())
                .putShort((short) value.length)
                .put(value)
                .array()));
        return body.toOctets();
    }
}
