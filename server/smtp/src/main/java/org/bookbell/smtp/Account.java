package org.bookbell.smtp;

import java.time.Duration;
import java.util.Optional;

/**
 * One account on a mail server.
 *
 * @param helloName how we call ourselves in {@code EHLO}; empty for the host's name
 * @param timeout how long one read or write may take
 * @param trustedCertificate certificates in PEM of which one must vouch for the server; empty for the usual authorities
 */
record Account(
        String host,
        int port,
        Security security,
        Optional<Credentials> credentials,
        String fromAddress,
        String fromName,
        Optional<String> helloName,
        Duration connectTimeout,
        Duration timeout,
        int maxConnections,
        Optional<String> trustedCertificate) {

    /** How a connection is kept from being read. */
    enum Security {
        /** Begun in clear and encrypted before anything is said; without encryption there is no connection. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS,
        /** Not at all. */
        NONE;

        static Security of(String word) {
            return switch (word) {
                case "starttls" -> STARTTLS;
                case "tls" -> TLS;
                case "none" -> NONE;
                default -> throw new IllegalArgumentException("unknown security " + word);
            };
        }
    }

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
