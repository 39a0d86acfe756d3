package org.bookbell.smtp.bounce;

import org.bookbell.smtp.wire.Wire;

/**
 * The mailbox to which bounces go.
 *
 * @param address the address of the mailbox, which is lengthened for each message
 * @param folder what is read
 */
public record MailboxAccount(
        String address, String host, int port, Wire wire, String username, String password, String folder) {

    /** Where we connect to, for people. */
    String server() {
        return host + ":" + port;
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "MailboxAccount[" + address + ", " + server() + "]";
    }
}
