package org.bookbell.smpp;

import java.util.List;
import org.bookbell.smpp.text.Address;
import org.bookbell.smpp.text.Part;
import org.bookbell.smpp.wire.Pdu;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;

/**
 * One message on its way, ready to be written (SMPP 3.4, 4.4.1).
 *
 * @param validity the validity_period, or empty for the message center's own
 * @param parts in order, at least one
 */
record Outgoing(Envelope envelope, String attemptId, Address from, Address to, String validity, List<Part> parts) {

    private static final PDUComposer COMPOSER = new DefaultComposer();

    /** What all messages of an account have in common; {@code registeredDelivery} is 1 where receipts are wanted. */
    record Envelope(String serviceType, byte registeredDelivery) {}

    /** The submit_sm of part {@code number}, from 1. */
    Pdu pdu(int number) {
        var part = parts.get(number - 1);
        return sequenceNumber -> COMPOSER.submitSm(
                sequenceNumber,
                envelope.serviceType(),
                from.type(),
                from.plan(),
                from.characters(),
                to.type(),
                to.plan(),
                to.characters(),
                part.esmClass(),
                (byte) 0,
                (byte) 0,
                "",
                validity,
                envelope.registeredDelivery(),
                (byte) 0,
                part.dataCoding(),
                (byte) 0,
                part.shortMessage(),
                part.parameters().toArray(OptionalParameter[]::new));
    }

    /** Shows the attempt only: the rest is personal. */
    @Override
    public String toString() {
        return "Outgoing[" + attemptId + "]";
    }
}
