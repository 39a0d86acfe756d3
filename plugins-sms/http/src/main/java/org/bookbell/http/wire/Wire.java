package org.bookbell.http.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocketFactory;
import org.bookbell.http.wire.Outcome.Answered;
import org.bookbell.http.wire.Outcome.NotSent;
import org.bookbell.http.wire.Outcome.Unanswered;

/**
 * The connections to one server: at most as many at once as allowed, kept for the next request, last used first. A request
 * is written once: a kept connection that the server has closed is found out before, never by trying.
 *
 * <p>Any threads may use it. One daemon thread closes what nobody needs any longer.
 */
public final class Wire implements AutoCloseable {

    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration PRUNED_EVERY = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(4);

    private final Target target;
    private final Limits limits;
    private final Optional<SSLSocketFactory> encryption;
    private final HostAddresses addresses;
    private final Semaphore free;
    private final BlockingDeque<Connection> kept = new LinkedBlockingDeque<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor keeper;

    /**
     * Opens nothing yet.
     *
     * @param trusting what a secure target must prove; what Java trusts where it is empty
     * @param name of the thread
     */
    public Wire(Target target, Limits limits, Optional<SSLSocketFactory> trusting, String name) {
        this.target = target;
        this.limits = limits;
        this.encryption = target.isSecure() ? Optional.of(trusting.orElseGet(Encryption::usual)) : Optional.empty();
        this.addresses = new HostAddresses(target.bareHost());
        this.free = new Semaphore(limits.connections(), true);
        this.keeper = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        var every = PRUNED_EVERY.toMillis();
        var unused = keeper.scheduleWithFixedDelay(this::prune, every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * Sends {@code request} and waits for the answer.
     *
     * @throws InterruptedException if the thread was interrupted, whatever had become of the request
     */
    public Outcome exchange(Request request) throws InterruptedException {
        if (closed.get()) {
            return new NotSent(Trouble.CLOSED);
        }
        var deadline = Deadline.in(limits.whole());
        var turn = limits.whole().compareTo(TURN) < 0 ? limits.whole() : TURN;
        if (!free.tryAcquire(turn.toMillis(), TimeUnit.MILLISECONDS)) {
            return new NotSent(closed.get() ? Trouble.CLOSED : Trouble.BUSY);
        }
        try {
            return exchange(request, deadline);
        } finally {
            free.release();
        }
    }

    private Outcome exchange(Request request, Deadline deadline) throws InterruptedException {
        Connection connection;
        try {
            var usable = takeKept();
            connection = usable.isPresent() ? usable.get() : connect(deadline.butIn(limits.connect()));
        } catch (ForbiddenAddress forbidden) {
            return new NotSent(Trouble.FORBIDDEN);
        } catch (IOException failure) {
            throwIfInterrupted();
            return new NotSent(closed.get() ? Trouble.CLOSED : Trouble.of(failure));
        }
        return exchange(request, connection, deadline);
    }

    private Outcome exchange(Request request, Connection connection, Deadline deadline) throws InterruptedException {
        var isKept = false;
        try {
            connection.write(request.bytes(target));
            var read = connection.read(deadline);
            isKept = read.isKept();
            return new Answered(read.answer());
        } catch (IOException failure) {
            throwIfInterrupted();
            return new Unanswered(closed.get() ? Trouble.CLOSED : Trouble.of(failure));
        } finally {
            if (isKept && !closed.get()) {
                kept.addFirst(connection);
            } else {
                end(connection);
            }
        }
    }

    private Optional<Connection> takeKept() {
        for (var connection = kept.pollFirst(); connection != null; connection = kept.pollFirst()) {
            if (connection.isUsable()) {
                return Optional.of(connection);
            }
            end(connection);
        }
        return Optional.empty();
    }

    /** Tries the host's addresses one after the other. */
    private Connection connect(Deadline deadline) throws IOException, InterruptedException {
        IOException last = new IOException("the host has no address");
        for (var address : addresses.find(deadline)) {
            requireAllowed(address);
            try {
                var connection =
                        Connection.open(target, new InetSocketAddress(address, target.port()), encryption, deadline);
                return remembered(connection);
            } catch (IOException failure) {
                throwIfInterrupted();
                last = failure;
            }
        }
        throw last;
    }

    /** Lets {@link #close()} end it, unless that was done before. */
    private Connection remembered(Connection connection) throws IOException {
        open.add(connection);
        if (closed.get()) {
            end(connection);
            throw new IOException("the wire was closed");
        }
        return connection;
    }

    /** No gateway is there, but what a cloud tells its machines is. */
    private static void requireAllowed(InetAddress address) throws ForbiddenAddress {
        if (address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress()) {
            throw new ForbiddenAddress();
        }
    }

    private static final class ForbiddenAddress extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static void throwIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the request was given up");
        }
    }

    private void end(Connection connection) {
        open.remove(connection);
        connection.close();
    }

    private void prune() {
        for (var connection = kept.pollLast(); connection != null; connection = kept.pollLast()) {
            if (!connection.isStale()) {
                kept.addLast(connection);
                return;
            }
            end(connection);
        }
    }

    /** Waits shortly for requests on their way, then ends whatever is left; within five seconds. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            var unused = free.tryAcquire(limits.connections(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        keeper.shutdownNow();
        kept.clear();
        open.forEach(Connection::close);
    }
}
