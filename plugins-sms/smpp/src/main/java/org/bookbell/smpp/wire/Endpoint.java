package org.bookbell.smpp.wire;

import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Where a message center listens.
 *
 * @param encryption puts TLS around a connection; empty for none
 */
public record Endpoint(String host, int port, Optional<SSLSocketFactory> encryption) {

    /** For people. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
