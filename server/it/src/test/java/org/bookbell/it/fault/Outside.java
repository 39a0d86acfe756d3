package org.bookbell.it.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Who hears a server's watchdog from outside: the operators' chat, and a service that alarms when it is not called. */
final class Outside implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final Queue<Instant> beats = new ConcurrentLinkedQueue<>();

    /** An alarm, or its end. */
    record Told(String event, Instant at) {}

    private Outside(HttpServer server) {
        this.server = server;
    }

    static Outside open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var outside = new Outside(server);
            server.createContext("/hook", outside::hear);
            server.createContext("/beat", outside::feel);
            server.start();
            return outside;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a server needs to know of it. */
    Map<String, String> settings() {
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("bookbell.watchdog.webhook", address + "/hook", "bookbell.watchdog.heartbeat", address + "/beat");
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange;
                var reader = Json.createReader(exchange.getRequestBody())) {
            told.add(new Told(reader.readObject().getString("event"), Instant.now()));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void feel(HttpExchange exchange) throws IOException {
        try (exchange) {
            beats.add(Instant.now());
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** The events heard, in order. */
    List<String> events() {
        return told.stream().map(Told::event).toList();
    }

    Optional<Instant> heard(String event) {
        return told.stream()
                .filter(each -> each.event().equals(event))
                .map(Told::at)
                .findFirst();
    }

    boolean hasBeatenSince(Instant moment) {
        return beats.stream().anyMatch(moment::isBefore);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
