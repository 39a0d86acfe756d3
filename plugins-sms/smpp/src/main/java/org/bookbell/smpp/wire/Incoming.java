package org.bookbell.smpp.wire;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;

/**
 * What the message center brought: a short message of somebody, or a report about one of ours. It comes as a deliver_sm or
 * as a data_sm (SMPP 3.4, 4.6.1 and 4.7.1).
 *
 * @param sourceType the TON of {@code source}
 * @param destinationType the TON of {@code destination}
 * @param octets the short_message, or the message_payload where there is one
 */
@SuppressWarnings("ArrayRecordComponent")
public record Incoming(
        byte sourceType,
        String source,
        byte destinationType,
        String destination,
        byte esmClass,
        byte dataCoding,
        byte[] octets,
        Parameters parameters) {

    private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();
    /** The message type in the esm_class (SMPP 3.4, 5.2.12). */
    private static final int TYPE = 0x3C;

    private static final int RECEIPT = 0x04;
    private static final int NOTIFICATION = 0x20;
    private static final int WITH_HEADER = 0x40;
    private static final int TLV_HEADER = 4;

    /** The TLVs by their tag (SMPP 3.4, 5.3.2). */
    @FunctionalInterface
    public interface Parameters {

        /** The value's octets. */
        Optional<byte[]> find(Tag tag);
    }

    /** Reads a PDU with its header; empty if it is not what the standard says it must be. */
    public static Optional<Incoming> read(int commandId, byte[] pdu) {
        try {
            if (commandId == SMPPConstant.CID_DATA_SM) {
                return Optional.of(of(DECOMPOSER.dataSm(pdu), new byte[0]));
            }
            var message = DECOMPOSER.deliverSm(pdu);
            return Optional.of(of(message, message.getShortMessage()));
        } catch (PDUStringException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Incoming of(AbstractSmCommand pdu, byte[] shortMessage) {
        var parameters = parametersOf(pdu);
        return new Incoming(
                pdu.getSourceAddrTon(),
                Objects.requireNonNullElse(pdu.getSourceAddr(), ""),
                pdu.getDestAddrTon(),
                Objects.requireNonNullElse(pdu.getDestAddress(), ""),
                pdu.getEsmClass(),
                pdu.getDataCoding(),
                parameters.find(Tag.MESSAGE_PAYLOAD).orElse(shortMessage),
                parameters);
    }

    private static Parameters parametersOf(AbstractSmCommand pdu) {
        return tag -> Optional.ofNullable(pdu.getOptionalParameter(tag))
                .map(parameter -> parameter.serialize())
                .map(tlv -> Arrays.copyOfRange(tlv, TLV_HEADER, tlv.length));
    }

    /** Whether it tells what became of a message of ours, for good. */
    public boolean isReceipt() {
        return (esmClass & TYPE) == RECEIPT;
    }

    /** Whether it tells of a message of ours that is still on its way. */
    public boolean isNotification() {
        return (esmClass & TYPE) == NOTIFICATION;
    }

    /** Whether it is what somebody wrote. */
    public boolean isMessage() {
        return (esmClass & TYPE) == 0;
    }

    /** Whether the octets begin with a user data header. */
    public boolean hasHeader() {
        return (esmClass & WITH_HEADER) != 0;
    }

    /** Shows figures only: the rest is personal. */
    @Override
    public String toString() {
        return "Incoming[" + octets.length + " octets]";
    }
}
