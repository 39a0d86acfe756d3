package org.bookbell.kannel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An smsbox with one user, and the status page of its bearerbox, on a port of 127.0.0.1. */
final class FakeSmsbox implements AutoCloseable {

    static final String USER = "bookbell";
    static final String PASSWORD = "a-password-of-no-use";
    static final String STATUS_PASSWORD = "a-status-password-of-no-use";

    /** What it was asked. */
    record Request(String method, com.sun.net.httpserver.Headers headers, String text) {

        /** The value of {@code X-Kannel-…}, or {@code null} without it. */
        String parameter(String name) {
            return headers.getFirst("X-Kannel-" + name);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private volatile String answer = "0: Accepted for delivery";
    private volatile String page = "";
    private volatile boolean isSilent;
    private final CountDownLatch closed = new CountDownLatch(1);

    FakeSmsbox() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/cgi-bin/sendsms", this::sendSms);
        server.createContext("/status.txt", this::tellStatus);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return origin() + "/cgi-bin/sendsms";
    }

    String statusAddress() {
        return origin() + "/status.txt";
    }

    private String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it answers this to everybody who may send. */
    void answer(int newStatus, String newAnswer) {
        answer = newAnswer;
        status = newStatus;
    }

    /** From now on it takes messages and answers nothing. */
    void keepSilent() {
        isSilent = true;
    }

    void showStatus(String newPage) {
        page = newPage;
    }

    /** What it was asked to send, in order. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    private void sendSms(HttpExchange exchange) throws IOException {
        var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var request = new Request(exchange.getRequestMethod(), exchange.getRequestHeaders(), text);
        requests.add(request);
        if (isSilent) {
            awaitClosing();
        }
        var isUser = USER.equals(request.parameter("Username")) && PASSWORD.equals(request.parameter("Password"));
        write(exchange, isUser ? status : 403, isUser ? answer : "Authorization failed for sendsms");
    }

    private void awaitClosing() {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellStatus(HttpExchange exchange) throws IOException {
        var isRight =
                ("password=" + STATUS_PASSWORD).equals(exchange.getRequestURI().getQuery());
        write(exchange, 200, isRight ? page : "Denied");
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.getResponseHeaders().add("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
