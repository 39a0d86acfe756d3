package org.bookbell.export.busy.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.bookbell.export.busy.fetch.Refusal.Unreachable;

/**
 * Makes connections to public addresses, and to those of origins that are allowed. A name is asked for once; the address
 * that was looked at is the one that is connected to, so that a name whose address changes in between leads nowhere else.
 */
final class Connector {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Whom to ask for the addresses of a name. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final AllowedOrigins allowed;
    private final Resolver resolver;
    private final SSLSocketFactory encryption;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Connector(AllowedOrigins allowed, Resolver resolver, SSLSocketFactory encryption) {
        this.allowed = allowed;
        this.resolver = resolver;
        this.encryption = encryption;
    }

    /** Refuses what nobody may ask for, before anybody is asked. */
    void check(FeedAddress address) throws Refusal {
        if (allowed.has(address)) {
            return;
        }
        if (!address.isSecure()) {
            throw new Refusal("The calendar must be reached by https.");
        }
        if (!address.isOnUsualPort()) {
            throw new Refusal("The calendar must be reached by the usual port of https.");
        }
    }

    Connection connect(FeedAddress address, Deadline deadline) throws IOException, Refusal {
        check(address);
        var isAllowed = allowed.has(address);
        IOException last = new Unreachable();
        var isPrivate = false;
        for (var candidate : resolver.resolve(address.host())) {
            if (!isAllowed && !PublicAddresses.has(candidate)) {
                isPrivate = true;
                continue;
            }
            try {
                return connect(address, candidate, deadline);
            } catch (Unreachable failure) {
                last = failure;
            }
        }
        if (isPrivate) {
            throw new Refusal("The calendar's address leads into a private network, which this server does not ask.");
        }
        throw last;
    }

    private Connection connect(FeedAddress address, InetAddress candidate, Deadline deadline) throws IOException {
        var plain = new TimedSocket(deadline);
        open.add(plain);
        try {
            reach(plain, new InetSocketAddress(candidate, address.port()), deadline.butIn(CONNECT));
            return new Connection(plain, address.isSecure() ? encrypted(address, plain) : plain, this::end);
        } catch (IOException | RuntimeException failure) {
            end(plain);
            throw failure;
        }
    }

    private static void reach(Socket socket, InetSocketAddress place, Deadline deadline) throws IOException {
        try {
            socket.connect(place, deadline.millisLeft());
        } catch (IOException failure) {
            throw new Unreachable(failure);
        }
    }

    /** Whoever answers must prove to be the host of the address (RFC 9110, 4.3.4), whatever its IP address. */
    private Socket encrypted(FeedAddress address, Socket plain) throws IOException {
        var socket = (SSLSocket) encryption.createSocket(plain, address.host(), address.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private void end(Socket plain) {
        open.remove(plain);
        try {
            plain.close();
        } catch (IOException failure) {
            throw new IllegalStateException("a socket does not close", failure);
        }
    }

    /** Ends all connections, whoever waits for them. */
    void endAll() {
        open.forEach(this::end);
    }
}
