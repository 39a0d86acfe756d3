package org.bookbell.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bookbell.smtp.Account.Credentials;
import org.bookbell.smtp.wire.Sockets;

/**
 * The connections of one account: at most as many at once as it allows, kept for the next message, last used first.
 *
 * <p>One daemon thread closes those that nobody needs any longer and ends writes that take too long.
 */
final class Connections implements AutoCloseable {

    private static final Duration PRUNED_EVERY = Duration.ofSeconds(10);

    private final Account account;
    private final Session session;
    private final Sockets sockets = new Sockets();
    private final ScheduledThreadPoolExecutor keeper;
    private final Semaphore free;
    private final BlockingDeque<Connection> kept = new LinkedBlockingDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    Connections(Account account, String threadName) {
        this.account = account;
        this.free = new Semaphore(account.maxConnections(), true);
        this.keeper = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
        keeper.setRemoveOnCancelPolicy(true);
        this.session = Session.getInstance(properties());
        var every = PRUNED_EVERY.toMillis();
        var unused = keeper.scheduleWithFixedDelay(this::prune, every, every, TimeUnit.MILLISECONDS);
    }

    Sockets sockets() {
        return sockets;
    }

    Session session() {
        return session;
    }

    boolean isClosed() {
        return closed.get();
    }

    /** Waits for its turn to use a connection; each success must be followed by {@link #leave()}. */
    boolean enter(Duration patience) throws InterruptedException {
        return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void leave() {
        free.release();
    }

    /** A kept connection that still works; the others met on the way are closed. */
    Optional<Connection> takeKept() {
        for (var connection = kept.pollFirst(); connection != null; connection = kept.pollFirst()) {
            if (connection.isUsable()) {
                return Optional.of(connection);
            }
            connection.close();
        }
        return Optional.empty();
    }

    /**
     * A new connection, encrypted and signed in as the account demands. Jakarta Mail takes the envelope's sender from the
     * session, so that a connection whose messages have one each has a session of its own.
     */
    Connection open() throws MessagingException {
        var own = account.bounces().isPresent() ? Session.getInstance(properties()) : session;
        var transport = own.getTransport("smtp");
        var username = account.credentials().map(Credentials::username).orElse(null);
        var password = account.credentials().map(Credentials::password).orElse(null);
        transport.connect(account.host(), account.port(), username, password);
        return new Connection(transport, own.getProperties());
    }

    /** Keeps a connection that just worked for the next message. */
    void keep(Connection connection) {
        if (closed.get() || connection.isStale()) {
            connection.close();
        } else {
            kept.addFirst(connection);
        }
    }

    /** Ends all connections after {@code patience} under the hands of whoever uses them. */
    void abortAfter(Duration patience) {
        var unused = keeper.schedule(sockets::abort, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits shortly for messages on their way, then ends whatever is left. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            if (!free.tryAcquire(account.maxConnections(), 4, TimeUnit.SECONDS)) {
                sockets.abort();
            }
        } catch (InterruptedException interrupted) {
            sockets.abort();
            Thread.currentThread().interrupt();
        }
        for (var connection = kept.pollFirst(); connection != null; connection = kept.pollFirst()) {
            connection.close();
        }
        keeper.shutdownNow();
        sockets.abort();
    }

    private void prune() {
        for (var connection = kept.pollLast(); connection != null; connection = kept.pollLast()) {
            if (!connection.isStale()) {
                kept.addLast(connection);
                return;
            }
            connection.close();
        }
    }

    private Properties properties() {
        var properties = account.wire().properties("smtp", sockets);
        properties.put(
                "mail.smtp.writetimeout", Long.toString(account.wire().timeout().toMillis()));
        properties.put("mail.smtp.executor.writetimeout", keeper);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.from", account.fromAddress());
        properties.put("mail.smtp.auth", Boolean.toString(account.credentials().isPresent()));
        if (account.bounces().isPresent()) {
            properties.put("mail.smtp.dsn.notify", "FAILURE,DELAY");
            properties.put("mail.smtp.dsn.ret", "HDRS");
        }
        account.helloName().ifPresent(name -> properties.put("mail.smtp.localhost", name));
        return properties;
    }
}
