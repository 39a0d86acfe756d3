package org.bookbell.it.plugin;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An outside company that sends SMS for those who call it by HTTP, with good days and bad ones. Each of its desks is an
 * address of its own, takes messages in its own mood, and remembers what it took.
 */
public final class CourierCompany implements AutoCloseable {

    /** How a desk treats who calls it. */
    public enum Mood {
        TAKES,
        /** Says that the number does not exist. */
        KNOWS_NO_NUMBER,
        BLOCKS,
        /** Says 429, and to come back in {@link #PAUSE}. */
        THROTTLES,
        /** Says 500. */
        FAILS,
        /** Takes the message and answers what nobody can read. */
        BABBLES,
        /** Takes the message and never answers. */
        TAKES_AND_HANGS,
        /** Never answers. */
        HANGS
    }

    public static final Duration PAUSE = Duration.ofSeconds(3);

    static {
        // else each answer waits 40 ms for the acknowledgment of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);

    private CourierCompany(HttpServer server) {
        this.server = server;
    }

    public static CourierCompany open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
            var company = new CourierCompany(server);
            server.setExecutor(company.threads);
            server.start();
            return company;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plugin that calls it, as a jar in {@code folder}. */
    public static Path plugin(Path folder) {
        return PluginJars.pack(folder.resolve("courier.jar"), CourierSms.class, Courier.class);
    }

    /** Another build of it in its place. */
    public static Path laterPlugin(Path folder) {
        return PluginJars.pack(folder.resolve("courier.jar"), CourierSms.class, Courier.class, NotebookLine.class);
    }

    /** A desk that answers after {@code millis}. */
    public Desk desk(String name, int millis) {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
        var desk = new Desk(address, millis);
        server.createContext(address.getPath(), exchange -> serve(desk, exchange));
        return desk;
    }

    /** One address of the company. */
    public static final class Desk {

        private final URI address;
        private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
        private final AtomicInteger count = new AtomicInteger();
        private final Queue<Instant> calls = new ConcurrentLinkedQueue<>();
        private final Queue<String> asked = new ConcurrentLinkedQueue<>();
        private final Map<String, String> ids = new ConcurrentHashMap<>();
        private volatile Mood mood = Mood.TAKES;
        private volatile int millis;

        private Desk(URI address, int millis) {
            this.address = address;
            this.millis = millis;
        }

        public URI address() {
            return address;
        }

        /** Treats those so who call from now on. */
        public void be(Mood next) {
            mood = next;
        }

        /** Answers after {@code later} milliseconds from now on. */
        public void answerAfter(int later) {
            millis = later;
        }

        /** What it took, oldest first; a repeated id is taken once. */
        public List<Taken> taken() {
            return List.copyOf(taken);
        }

        /** How many it took. */
        public int count() {
            return count.get();
        }

        /** When it was called, whatever it answered. */
        public List<Instant> calls() {
            return List.copyOf(calls);
        }

        /** For which numbers it was called, whatever it answered. */
        public List<String> asked() {
            return List.copyOf(asked);
        }

        private String take(String message, String recipient) {
            return ids.computeIfAbsent(message, id -> {
                taken.add(new Taken(id, recipient, Instant.now()));
                count.incrementAndGet();
                return "courier-" + id;
            });
        }
    }

    /** A message that a desk took. */
    public record Taken(String attemptId, String to, Instant at) {}

    private void serve(Desk desk, HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var mood = desk.mood;
            desk.calls.add(Instant.now());
            desk.asked.add(exchange.getRequestHeaders().getFirst("Recipient"));
            if (closed.await(desk.millis, MILLISECONDS)) {
                return;
            }
            answer(desk, mood, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Desk desk, Mood mood, HttpExchange exchange) throws IOException, InterruptedException {
        var headers = exchange.getRequestHeaders();
        var message = headers.getFirst("Message");
        var recipient = headers.getFirst("Recipient");
        switch (mood) {
            case TAKES -> say(exchange, 200, "taken " + desk.take(message, recipient));
            case KNOWS_NO_NUMBER -> say(exchange, 404, "");
            case BLOCKS -> say(exchange, 403, "");
            case THROTTLES -> {
                exchange.getResponseHeaders().set("Retry-After", Long.toString(PAUSE.toSeconds()));
                say(exchange, 429, "");
            }
            case FAILS -> say(exchange, 500, "<html>oops");
            case BABBLES -> {
                desk.take(message, recipient);
                say(exchange, 200, "\u0000\uFFFD{]");
            }
            case TAKES_AND_HANGS -> {
                desk.take(message, recipient);
                closed.await();
            }
            case HANGS -> closed.await();
        }
    }

    private static void say(HttpExchange exchange, int status, String words) throws IOException {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
