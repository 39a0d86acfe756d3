package org.bookbell.smtp;

import java.util.Optional;
import org.bookbell.smtp.bounce.MailboxAccount;
import org.bookbell.smtp.wire.Wire;

/**
 * One account on a mail server.
 *
 * @param helloName how we call ourselves in {@code EHLO}; empty for the host's name
 * @param bounces the mailbox to which bounces go; empty where they go to the sender's address and are not read
 */
record Account(
        String host,
        int port,
        Wire wire,
        Optional<Credentials> credentials,
        String fromAddress,
        String fromName,
        Optional<String> helloName,
        int maxConnections,
        Optional<MailboxAccount> bounces) {

    /** How we sign in. */
    record Credentials(String username, String password) {

        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /** Where we connect to, for people. */
    String server() {
        return host + ":" + port;
    }
}
