package org.bookbell.smtp.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Puts encryption around the sockets of a gateway, before the first words or after them. Jakarta Mail never asks such a
 * factory for the socket inside, which it makes itself, of a channel if told so.
 */
final class EncryptedSockets extends SSLSocketFactory {

    private final Sockets plain;
    private final SSLSocketFactory encryption;

    EncryptedSockets(Sockets plain, SSLSocketFactory encryption) {
        this.plain = plain;
        this.encryption = encryption;
    }

    @Override
    public Socket createSocket(Socket inner, String host, int port, boolean autoClose) throws IOException {
        plain.remember(inner);
        return encryption.createSocket(inner, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw Sockets.connectsByItself();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw Sockets.connectsByItself();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw Sockets.connectsByItself();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw Sockets.connectsByItself();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return encryption.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return encryption.getSupportedCipherSuites();
    }
}
