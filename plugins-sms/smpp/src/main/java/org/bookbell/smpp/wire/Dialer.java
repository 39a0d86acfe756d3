package org.bookbell.smpp.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes connections to one message center, each of which may be given up from another thread while it is made. */
public final class Dialer {

    private final Endpoint endpoint;
    private final Duration patience;
    private final AtomicReference<@Nullable Socket> connecting = new AtomicReference<>();

    /** @param patience how long is waited for a connection, and again for its encryption */
    public Dialer(Endpoint endpoint, Duration patience) {
        this.endpoint = endpoint;
        this.patience = patience;
    }

    /** A connected socket, with TLS where the endpoint asks for it. */
    public Socket connect() throws IOException {
        var socket = new Socket();
        connecting.set(socket);
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            var millis = Math.toIntExact(patience.toMillis());
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), millis);
            if (endpoint.encryption().isEmpty()) {
                return socket;
            }
            socket.setSoTimeout(millis);
            var encrypted = encrypt(socket, endpoint.encryption().get());
            encrypted.setSoTimeout(0);
            return encrypted;
        } catch (IOException | RuntimeException failure) {
            close(socket);
            throw failure;
        } finally {
            connecting.set(null);
        }
    }

    /** The certificate must be for the host's name, as of a web server (RFC 2818, 3.1). */
    private Socket encrypt(Socket socket, SSLSocketFactory factory) throws IOException {
        var encrypted = (SSLSocket) factory.createSocket(socket, endpoint.host(), endpoint.port(), true);
        var parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }

    /** Ends a connection that is being made. */
    public void abort() {
        var socket = connecting.get();
        if (socket != null) {
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is closed all the same
        }
    }
}
