package org.bookbell.spi.testkit.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * A submit_sm as it came (SMPP 3.4, 4.4.1).
 *
 * @param bind which bind it came over, from 1 in their order
 * @param from the source address with its TON and NPI
 * @param to the destination address, likewise
 * @param parameters the TLVs by their tag
 */
@SuppressWarnings("ArrayRecordComponent")
public record TakenSms(
        int bind,
        String serviceType,
        Address from,
        Address to,
        int esmClass,
        String validityPeriod,
        int registeredDelivery,
        int dataCoding,
        byte[] shortMessage,
        Map<Integer, byte[]> parameters) {

    /** An address with its type of number and numbering plan. */
    public record Address(int type, int plan, String characters) {}

    /** The short_message as ASCII, for texts that are. */
    public String ascii() {
        return new String(shortMessage, StandardCharsets.US_ASCII);
    }

    /** The value of a TLV. */
    public Optional<byte[]> parameter(int tag) {
        return Optional.ofNullable(parameters.get(tag));
    }
}
