package org.bookbell.it.busy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** A server on 127.0.0.1 with calendars of every sort. */
final class Calendars implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int MEGABYTE = 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String good = calendar("");

    Calendars() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        context("/good", exchange -> send(exchange, good.getBytes(UTF_8)));
        context(
                "/bad",
                exchange -> send(
                        exchange, calendar("BEGIN:VEVENT\r\nEND:VEVENT\r\n").getBytes(UTF_8)));
        context("/huge", exchange -> send(exchange, new byte[6 * MEGABYTE]));
        context("/bomb", this::explode);
        context("/drip", Calendars::drip);
        context("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:" + port() + "/inside");
            exchange.sendResponseHeaders(302, -1);
        });
        context("/inside", exchange -> send(exchange, good.getBytes(UTF_8)));
        server.start();
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private void context(String path, Answering answering) {
        server.createContext(path, exchange -> {
            asked.add(path);
            try (exchange) {
                answering.answer(exchange);
            }
        });
    }

    int port() {
        return server.getAddress().getPort();
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    List<String> asked() {
        return asked;
    }

    /** The good calendar has an event at this time and no other. */
    void busy(Instant start, Instant end) {
        good = calendar("BEGIN:VEVENT\r\nDTSTART:" + TIME.format(start) + "\r\nDTEND:" + TIME.format(end)
                + "\r\nEND:VEVENT\r\n");
    }

    private static String calendar(String events) {
        return "BEGIN:VCALENDAR\r\n" + events + "END:VCALENDAR\r\n";
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void explode(HttpExchange exchange) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packer = new GZIPOutputStream(packed)) {
            for (var i = 0; i < 50; i++) {
                packer.write(new byte[MEGABYTE]);
            }
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        send(exchange, packed.toByteArray());
    }

    /** A byte each half second, until nobody listens. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            while (true) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
