package org.bookbell.http.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to a server; used by one thread at a time. It is a channel's, so that it ends when its thread is
 * interrupted.
 */
final class Connection implements Closeable {

    /** Shorter than what servers usually grant, so that they do not close what we are about to use. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final Pattern GRANTED = Pattern.compile("timeout\\s*=\\s*(\\d{1,6})", Pattern.CASE_INSENSITIVE);

    private final SocketChannel channel;
    private final Socket socket;
    private final TimedInput in;
    private volatile long usableUntilNanos;

    private Connection(SocketChannel channel, Socket socket) throws IOException {
        this.channel = channel;
        this.socket = socket;
        this.in = new TimedInput(socket);
        this.usableUntilNanos = System.nanoTime() + KEPT.toNanos();
    }

    /** Connects and, where the target is secure, proves who it is (RFC 9110, 4.3.4). */
    static Connection open(
            Target target, InetSocketAddress address, Optional<SSLSocketFactory> encryption, Deadline deadline)
            throws IOException {
        var channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, deadline.millisLeft());
            var socket = encryption.isPresent()
                    ? encrypt(target, channel.socket(), encryption.get(), deadline)
                    : channel.socket();
            return new Connection(channel, socket);
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static Socket encrypt(Target target, Socket plain, SSLSocketFactory encryption, Deadline deadline)
            throws IOException {
        var socket = (SSLSocket) encryption.createSocket(plain, target.bareHost(), target.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(deadline.millisLeft());
        socket.startHandshake();
        return socket;
    }

    void write(byte[] request) throws IOException {
        var out = socket.getOutputStream();
        out.write(request);
        out.flush();
    }

    /** The answer to what was written, and whether this connection may be used again. */
    AnswerReader.Read read(Deadline deadline) throws IOException {
        in.until(deadline);
        var read = new AnswerReader(in).read();
        var granted = read.answer().header("Keep-Alive").map(GRANTED::matcher).filter(found -> found.find());
        var kept = granted.map(found -> Duration.ofSeconds(Long.parseLong(found.group(1)) - 1))
                .filter(time -> time.compareTo(KEPT) < 0)
                .orElse(KEPT);
        usableUntilNanos = System.nanoTime() + kept.toNanos();
        return read;
    }

    boolean isStale() {
        return usableUntilNanos - System.nanoTime() <= 0;
    }

    /** Whether the server has neither closed it nor said anything that nobody asked for. */
    boolean isUsable() {
        if (isStale()) {
            return false;
        }
        try {
            return !in.hasLeft() && isSilent();
        } catch (IOException broken) {
            return false;
        }
    }

    private boolean isSilent() throws IOException {
        channel.configureBlocking(false);
        try {
            return channel.read(ByteBuffer.allocate(1)) == 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    /** Ends it at once, whoever uses it; no farewell of TLS, for which a server that does not read would be waited. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new IllegalStateException("a channel does not close", failure);
        }
    }
}
