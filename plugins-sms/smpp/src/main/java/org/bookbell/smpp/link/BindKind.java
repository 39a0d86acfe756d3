package org.bookbell.smpp.link;

import org.jsmpp.SMPPConstant;

/** What a bind is for (SMPP 3.4, 2.2). */
public enum BindKind {
    TRANSCEIVER(SMPPConstant.CID_BIND_TRANSCEIVER),
    TRANSMITTER(SMPPConstant.CID_BIND_TRANSMITTER),
    RECEIVER(SMPPConstant.CID_BIND_RECEIVER);

    private final int commandId;

    BindKind(int commandId) {
        this.commandId = commandId;
    }

    int commandId() {
        return commandId;
    }

    /** Whether messages may be submitted over it. */
    boolean transmits() {
        return this != RECEIVER;
    }
}
