package org.bookbell.smpp.text;

import java.util.List;
import org.jsmpp.bean.OptionalParameter;

/**
 * What one {@code submit_sm} carries of a text.
 *
 * @param esmClass 0x40 where {@code shortMessage} begins with a user data header (SMPP 3.4, 5.2.12)
 * @param dataCoding what the octets mean (SMPP 3.4, 5.2.19)
 * @param shortMessage at most 254 octets; empty where the text is a TLV
 * @param parameters TLVs that carry or mark the text
 */
@SuppressWarnings("ArrayRecordComponent")
public record Part(byte esmClass, byte dataCoding, byte[] shortMessage, List<OptionalParameter> parameters) {

    public Part {
        parameters = List.copyOf(parameters);
    }

    /** Shows figures only: the text is personal. */
    @Override
    public String toString() {
        return "Part[" + shortMessage.length + " octets]";
    }
}
