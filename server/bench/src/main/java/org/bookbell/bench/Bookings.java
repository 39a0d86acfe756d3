package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bookbell.it.server.Shop;

/** Bookings over HTTP beside the same guarded transaction in plain JDBC; each connection books for a staff member of its own. */
final class Bookings {

    private static final int CONNECTIONS = 8;
    /** The compiler needs longer for all that a booking does than for a query. */
    private static final int WARM_UP_ROUNDS = 8;

    private final Table table;
    private final Subject subject;
    private final Duration length;
    private final LocalDateTime[] nextFree = new LocalDateTime[CONNECTIONS];

    Bookings(Table table, Subject subject, Duration length) {
        this.table = table;
        this.subject = subject;
        this.length = length;
    }

    void measure(LocalDate from) {
        Arrays.fill(nextFree, from.atStartOfDay());
        for (var round = 0; round < WARM_UP_ROUNDS; round++) {
            overHttp();
        }
        var turns = Turns.take(this::overHttp, this::overJdbc);
        table.throughput("bookings, 8 connections / the guarded transaction in plain JDBC", turns, "≥ 25 %");
    }

    private Load.Result overHttp() {
        return Load.run(subject.server().address(), CONNECTIONS, length, connection -> () -> request(connection));
    }

    private byte[] request(int connection) {
        var shop = subject.shop();
        var body = shop.wish(shop.staff().get(connection), next(connection).toInstant(ZoneOffset.UTC))
                .add("client", Json.createObjectBuilder().add("name", "Client").add("email", email(connection)))
                .build()
                .toString()
                .getBytes(UTF_8);
        var head = "POST " + shop.path() + "/appointments HTTP/1.1\r\nHost: "
                + subject.server().address().getAuthority()
                + "\r\nContent-Type: application/json\r\n" + shop.api().headerLines() + "Content-Length: " + body.length
                + "\r\n\r\n";
        var request = Arrays.copyOf(head.getBytes(UTF_8), head.length() + body.length);
        System.arraycopy(body, 0, request, head.length(), body.length);
        return request;
    }

    private static String email(int connection) {
        return "c" + connection + "@example.org";
    }

    private LocalDateTime next(int connection) {
        var start = nextFree[connection];
        nextFree[connection] = start.plusMinutes(Shop.MINUTES);
        return start;
    }

    private Load.Result overJdbc() {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var end = System.nanoTime() + length.toNanos();
        var runs = IntStream.range(0, CONNECTIONS)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> bookUntil(end, n), threads))
                .toList();
        var booked = runs.stream().mapToLong(CompletableFuture::join).sum();
        threads.shutdown();
        return new Load.Result(booked / (length.toNanos() / 1e9), 0, 0, 0);
    }

    /** Far in the future, so that it never meets what the server books. */
    private long bookUntil(long end, int connection) {
        var booked = 0L;
        try (var database = subject.schema().connect()) {
            database.setAutoCommit(false);
            while (System.nanoTime() < end) {
                subject.plainBooking()
                        .book(
                                database,
                                subject.calendars().get(connection),
                                next(connection).plusYears(20),
                                email(connection));
                booked++;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return booked;
    }
}
