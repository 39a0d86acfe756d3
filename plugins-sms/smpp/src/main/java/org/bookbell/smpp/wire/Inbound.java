package org.bookbell.smpp.wire;

import java.util.function.IntConsumer;

/** Takes what the message center sends by itself. */
@FunctionalInterface
public interface Inbound {

    /**
     * Takes one deliver_sm or data_sm; returns at once, since answers to our own requests wait behind it.
     *
     * @param pdu the whole PDU with its header
     * @param answer takes the command_status of the response, once, from any thread
     */
    void take(int commandId, byte[] pdu, IntConsumer answer);
}
