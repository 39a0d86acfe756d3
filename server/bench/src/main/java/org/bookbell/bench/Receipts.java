package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Receipts that a provider reports over HTTP, one or some in a call, each stored when its call is answered, beside a bare
 * JDBC batch of the same rows; and how long it takes until each of them has moved its message.
 */
final class Receipts {

    private static final int A_ROUND = Integer.getInteger("bookbell.bench.receipts", 12_000);
    private static final int ROUNDS = 4;
    private static final List<Integer> IN_A_CALL = List.of(1, 20);
    private static final int CONNECTIONS = 8;
    private static final int A_BATCH = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String MESSAGE =
            "INSERT INTO message (id, organization_id, occurrence, rule_id, kind, channel,"
                    + " recipient_kind, recipient_id, address, due_at, useful_until, try_at, state, state_at, facts, revision,"
                    + " attempts, gateway, created_at) VALUES (?, ?, 0, 0, 'REMINDER', 'SMS', 'CLIENT', 1, '+12125550123', ?, ?,"
                    + " ?, 'ACCEPTED', ?, '{}', 0, 1, 'phones', ?)";
    private static final String ATTEMPT =
            "INSERT INTO attempt (id, message_id, attempt_no, gateway, state, submitted_at,"
                    + " answered_at, provider_message_id) VALUES (?, ?, 1, 'phones', 'ACCEPTED', ?, ?, ?)";
    private static final String RECEIPT = "INSERT INTO receipt (id, fingerprint, gateway, provider_message_id, state,"
            + " received_at, raw, applied_at) VALUES (?, ?, 'control', ?, 'DELIVERED', ?, ?, ?)";

    private final Table table;
    private final Subject subject;
    private final URI hook;
    private final AtomicInteger next = new AtomicInteger();
    private double slowest;

    Receipts(Table table, Subject subject) {
        this.table = table;
        this.subject = subject;
        this.hook = URI.create(subject.server()
                .operator()
                .get("/api/v1/operator/gateways/phones")
                .json()
                .getString("hookAddress"));
    }

    void measure() throws SQLException {
        accept();
        for (var inACall : IN_A_CALL) {
            measure(inACall);
        }
    }

    private void measure(int inACall) {
        overHttp(inACall);
        slowest = 0;
        var turns = Turns.take(() -> overHttp(inACall), this::overJdbc);
        var what = "receipts over HTTP, " + inACall + " in a call, " + CONNECTIONS + " connections";
        table.throughput(what + " / the same rows by a bare JDBC batch", turns, "≥ 3000/s");
        table.add(
                what + ", until every message was DELIVERED, slowest round",
                Table.number("%.0f/s", A_ROUND / slowest),
                "",
                "",
                "all states right");
    }

    /** What the receipts will be about: messages that the gateway took. */
    private void accept() throws SQLException {
        var now = LocalDateTime.now(ZoneOffset.UTC);
        try (var database = subject.schema().connect();
                var message = database.prepareStatement(MESSAGE);
                var attempt = database.prepareStatement(ATTEMPT)) {
            database.setAutoCommit(false);
            for (var n = 0; n < IN_A_CALL.size() * ROUNDS * A_ROUND; n++) {
                var id = Stored.nextId();
                bind(message, id, subject.organization(), now, now.plusDays(1), now.plusDays(1), now, now);
                message.addBatch();
                bind(attempt, Stored.nextId(), id, now, now, name(n));
                attempt.addBatch();
                if (n % A_BATCH == A_BATCH - 1) {
                    message.executeBatch();
                    attempt.executeBatch();
                    database.commit();
                }
            }
            message.executeBatch();
            attempt.executeBatch();
            database.commit();
        }
    }

    private Load.Result overHttp(int inACall) {
        var end = next.get() + A_ROUND;
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var begun = System.nanoTime();
        var calls = IntStream.range(0, CONNECTIONS)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> call(end, inACall), threads))
                .toList();
        var nanos = calls.stream()
                .map(CompletableFuture::join)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        var seconds = (System.nanoTime() - begun) / 1e9;
        threads.shutdown();
        next.set(end);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> count("SELECT COUNT(*) FROM receipt WHERE applied_at IS NULL") == 0);
        slowest = Math.max(slowest, (System.nanoTime() - begun) / 1e9);
        requireAllDelivered(end);
        return new Load.Result(
                A_ROUND / seconds, nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6, 0);
    }

    private void requireAllDelivered(int count) {
        var delivered = count("SELECT COUNT(*) FROM attempt a JOIN message m ON m.id = a.message_id"
                + " WHERE a.gateway = 'phones' AND a.provider_message_id LIKE 'bench-%' AND a.state = 'DELIVERED'"
                + " AND m.state = 'DELIVERED'");
        if (delivered != count) {
            throw new IllegalStateException(count + " messages must be delivered but " + delivered + " are");
        }
    }

    /** Calls until the round is over, and answers how long each call took. */
    private long[] call(int end, int inACall) {
        var times = new long[A_ROUND];
        var count = 0;
        try {
            for (var n = next.getAndAdd(inACall); n < end; ) {
                try (var connection = new Connection(hook)) {
                    for (; n < end && !connection.isClosing(); n = next.getAndAdd(inACall)) {
                        var sent = System.nanoTime();
                        var status = connection.exchange(request(n, inACall));
                        if (status != 200) {
                            throw new IllegalStateException("the web hook answers " + status);
                        }
                        times[count++] = System.nanoTime() - sent;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(times, count);
    }

    private byte[] request(int from, int count) {
        var body = IntStream.range(from, from + count).mapToObj(Receipts::line).collect(Collectors.joining("\n"));
        return ("POST " + hook.getRawPath() + " HTTP/1.1\r\nHost: " + hook.getAuthority()
                        + "\r\nContent-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    private static String line(int n) {
        return "kind=receipt&id=" + name(n) + "&state=DELIVERED";
    }

    private static String name(int n) {
        return "bench-" + n;
    }

    /** One connection that has nothing else to do. */
    private Load.Result overJdbc() {
        var begun = System.nanoTime();
        try (var database = subject.schema().connect()) {
            database.setAutoCommit(false);
            for (var n = 0; n < A_ROUND; n += A_BATCH) {
                insert(database, n, Math.min(A_BATCH, A_ROUND - n));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Load.Result(A_ROUND / ((System.nanoTime() - begun) / 1e9), 0, 0, 0);
    }

    private static void insert(java.sql.Connection database, int from, int count) throws SQLException {
        var now = LocalDateTime.now(ZoneOffset.UTC);
        try (var statement = database.prepareStatement(RECEIPT)) {
            for (var n = from; n < from + count; n++) {
                var id = Stored.nextId();
                var fingerprint = ByteBuffer.allocate(32).putLong(id).array();
                bind(statement, id, fingerprint, name(n), now, line(n), now);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        database.commit();
    }

    private long count(String question) {
        try (var database = subject.schema().connect();
                var statement = database.prepareStatement(question);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
