package org.bookbell.smpp.wire;

import org.jsmpp.PDUStringException;

/** A request that waits for its sequence_number. */
@FunctionalInterface
public interface Pdu {

    /** The octets of the request. */
    byte[] compose(int sequenceNumber) throws PDUStringException;
}
