package org.bookbell.smpp.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsmpp.SMPPConstant;

/**
 * An answer of the message center, or the generic_nack that stands for one.
 *
 * @param pdu the whole answer with its header of 16 octets (SMPP 3.4, 3.2); not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Response(int commandId, int status, byte[] pdu) {

    private static final int HEADER = 16;
    private static final int LONGEST_ID = 65;

    /** Whether the request was carried out. */
    public boolean isOk() {
        return status == SMPPConstant.STAT_ESME_ROK && commandId != SMPPConstant.CID_GENERIC_NACK;
    }

    /** The message_id of a submit_sm_resp (SMPP 3.4, 4.4.2); empty where there is none or it is longer than allowed. */
    public Optional<String> messageId() {
        var end = HEADER;
        while (end < pdu.length && pdu[end] != 0) {
            end++;
        }
        var id = new String(pdu, HEADER, Math.max(0, end - HEADER), StandardCharsets.ISO_8859_1).strip();
        return id.isEmpty() || id.length() > LONGEST_ID ? Optional.empty() : Optional.of(id);
    }

    /** Shows the status only. */
    @Override
    public String toString() {
        return "Response[0x" + Integer.toHexString(status) + "]";
    }
}
