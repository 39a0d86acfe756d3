package org.bookbell.spi.testkit.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PDU as it came (SMPP 3.4, 3.2).
 *
 * @param body what follows the header, to be read in order
 */
record Pdu(int commandId, int status, int number, ByteBuffer body) {

    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSMITTER = 0x02;
    static final int SUBMIT_SM = 0x04;
    static final int DELIVER_SM = 0x05;
    static final int UNBIND = 0x06;
    static final int BIND_TRANSCEIVER = 0x09;
    static final int ENQUIRE_LINK = 0x15;
    static final int DATA_SM = 0x103;
    static final int RESPONSE = 0x80000000;

    private static final int HEADER = 16;

    static Pdu read(DataInputStream in) throws IOException {
        var rest = new byte[in.readInt() - Integer.BYTES];
        in.readFully(rest);
        var all = ByteBuffer.wrap(rest);
        return new Pdu(all.getInt(), all.getInt(), all.getInt(), all);
    }

    static byte[] write(int commandId, int status, int number, byte[] body) {
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(HEADER + body.length)
                .putInt(commandId)
                .putInt(status)
                .putInt(number)
                .put(body)
                .array();
    }

    boolean isResponse() {
        return (commandId & RESPONSE) != 0;
    }

    int octet() {
        return body.get() & 0xFF;
    }

    String text() {
        var ascii = new StringBuilder();
        for (var next = body.get(); next != 0; next = body.get()) {
            ascii.append((char) (next & 0xFF));
        }
        return ascii.toString();
    }

    byte[] octets(int length) {
        var some = new byte[length];
        body.get(some);
        return some;
    }

    /** A submit_sm that came over bind number {@code bind}. */
    TakenSms toSms(int bind) {
        var serviceType = text();
        var from = new TakenSms.Address(octet(), octet(), text());
        var to = new TakenSms.Address(octet(), octet(), text());
        var esmClass = octet();
        octets(2);
        text();
        var validity = text();
        var registered = octet();
        octet();
        var coding = octet();
        octet();
        var message = octets(octet());
        return new TakenSms(bind, serviceType, from, to, esmClass, validity, registered, coding, message, parameters());
    }

    private Map<Integer, byte[]> parameters() {
        var all = new TreeMap<Integer, byte[]>();
        while (body.remaining() >= 4) {
            var tag = body.getShort() & 0xFFFF;
            all.put(tag, octets(body.getShort() & 0xFFFF));
        }
        return all;
    }

    /** Shows the header only. */
    @Override
    public String toString() {
        return "Pdu[0x" + Integer.toHexString(commandId) + ", " + number + "]";
    }
}
