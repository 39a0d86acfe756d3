package org.bookbell.dispatch.watchdog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.bookbell.access.Addressees;
import org.bookbell.dispatch.DispatchHealth;
import org.bookbell.dispatch.GatewayCalls;
import org.bookbell.dispatch.LeaseTime;
import org.bookbell.organization.Organizations;
import org.bookbell.plugin.OpenGateways;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.TestDatabase;

/** A watchdog of a node, and a real server that hears what it tells. */
public final class TestWatchdog implements AutoCloseable {

    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isDatabaseLost = new AtomicBoolean();
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
        watchdog = new Watchdog(
                new Look(jobs, health, new LeaseTime(database.jobs()), database.clock()),
                new AlarmBook(jobs, database.clock()),
                siren,
                new Addressees(database.sql(), new Organizations(database.entityManager())));
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

    /** What came in, with its event, in order. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    public void losesDatabase() {
        isDatabaseLost.set(true);
    }

    private DataSource losable(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                TestWatchdog.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (isDatabaseLost.get()) {
                        throw new SQLException("the connection is gone", "08S01");
                    }
                    return method.invoke(pool, arguments);
                });
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
