package org.bookbell.dispatch.watchdog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.bookbell.access.member.Addressees;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.GatewayCalls;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.dispatch.job.LastTick;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.gateway.OpenGateways;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.RecordedEvents;
import org.bookbell.storage.TestDatabase;
import org.bookbell.storage.start.Node;

/** A watchdog of a node, and a real server that hears what it tells. */
public final class TestWatchdog implements AutoCloseable {

    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicReference<Loss> loss = new AtomicReference<>(Loss.NONE);
    private final AtomicLong sinceTick = new AtomicLong();
    private final RecordedEvents<TroublesWatched> watched = new RecordedEvents<>();
    private final TestDatabase database;
    private final Watchdog watchdog;

    private TestWatchdog(TestDatabase database, DispatchHealth health, OpenGateways gateways, GatewayCalls calls)
            throws IOException {
        this.database = database;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::hear);
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        var jobs = new JobsDatabase(losable(database.jobs()));
        var siren = new Siren(gateways, calls, Optional.of(address + "/hook"), Optional.of(address + "/heartbeat"));
        var book = new AlarmBook(jobs, database.clock());
        var lease = new LeaseTime(database.jobs());
        var ledger = new LedgerLook(jobs, health, lease, database.clock());
        watchdog = new Watchdog(
                new Look(jobs, ledger, book, health, lease, new LastTick(sinceTick::get), new Node(1, "test")),
                book,
                siren,
                new Addressees(database.sql(), new Organizations(database.entityManager())),
                watched);
    }

    public static TestWatchdog of(
            TestDatabase database, DispatchHealth health, OpenGateways gateways, GatewayCalls calls) {
        try {
            return new TestWatchdog(database, health, gateways, calls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void look() {
        database.inTransaction(watchdog::look);
    }

    public List<Trouble> troubles() {
        return watchdog.troubles();
    }

    /** What status heard at each look that reached the database. */
    public List<TroublesWatched> watched() {
        return watched.fired();
    }

    /** What came in, with its event, in order. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** What the database does not do any more. */
    private enum Loss {
        NONE,
        WRITES,
        ALL
    }

    public void losesDatabase() {
        loss.set(Loss.ALL);
    }

    /** From now on the database refuses each change. */
    public void losesWrites() {
        loss.set(Loss.WRITES);
    }

    public void findsDatabase() {
        loss.set(Loss.NONE);
    }

    /** So much time passes without a tick. */
    public void misses(Duration ticks) {
        sinceTick.addAndGet(ticks.toNanos());
    }

    private DataSource losable(DataSource pool) {
        return proxy(DataSource.class, pool, (method, arguments) -> {
            if (loss.get() == Loss.ALL) {
                throw new SQLException("the connection is gone", "08S01");
            }
            var connection = (Connection) method.invoke(pool, arguments);
            return proxy(Connection.class, connection, (inner, values) -> {
                if (inner.getName().equals("prepareStatement") && isRefused((String) values[0])) {
                    throw new SQLException("the server is running with the --read-only option", "HY000", 1290);
                }
                return inner.invoke(connection, values);
            });
        });
    }

    private boolean isRefused(String statement) {
        return loss.get() == Loss.WRITES && !statement.startsWith("SELECT");
    }

    @FunctionalInterface
    private interface Behavior {
        Object invoke(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T original, Behavior behavior) {
        return type.cast(Proxy.newProxyInstance(
                TestWatchdog.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return behavior.invoke(method, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private void hear(HttpExchange exchange) throws IOException {
        var line = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try (var body = exchange.getRequestBody();
                exchange) {
            var text = body.readAllBytes();
            heard.add(text.length == 0 ? line : line + " " + event(text));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static String event(byte[] body) {
        try (var reader = Json.createReader(new java.io.ByteArrayInputStream(body))) {
            return reader.readObject().getString("event");
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
