package org.bookbell.smtp.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/**
 * Makes the sockets of one gateway, so that they can be given up: those of channels end when their thread is interrupted,
 * and all end by {@link #abort()}. They are connected by their user, who sets a time-out.
 */
public final class Sockets extends SocketFactory {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Closes all sockets under the hands of whoever uses them. */
    public void abort() {
        open.forEach(Sockets::close);
    }

    @Override
    public Socket createSocket() throws IOException {
        var channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        remember(channel.socket());
        return channel.socket();
    }

    /** Lets {@link #abort()} end {@code socket} too. */
    void remember(Socket socket) {
        open.removeIf(Socket::isClosed);
        open.add(socket);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw connectsByItself();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw connectsByItself();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw connectsByItself();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw connectsByItself();
    }

    static UnsupportedOperationException connectsByItself() {
        return new UnsupportedOperationException("a socket that is connected without a time-out is not wanted");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is closed all the same
        }
    }
}
