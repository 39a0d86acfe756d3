package org.bookbell.spi.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Stands in for a provider that is spoken to over HTTP: listens on a free port of 127.0.0.1, remembers what it is asked,
 * and answers as a test says, also as no provider should.
 *
 * <pre>{@code
 * try (var provider = FakeHttpProvider.start()) {
 *     provider.next(FakeAnswer.status(429).with("Retry-After", "30"));
 *     provider.answering(request -> FakeAnswer.json(201, "{\"id\":\"m1\"}"));
 *     … submit to provider.address("/messages") …
 *     assertThat(provider.awaitRequest().formParameters()).containsEntry("to", List.of("+12125550123"));
 * }
 * }</pre>
 *
 * <p>It speaks HTTP by itself over sockets, since a server that cannot say half an answer cannot play a bad day. A thread
 * for each connection, all daemons. All methods may be called by any thread.
 */
public final class FakeHttpProvider implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<FakeRequest> requests = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<FakeRequest> awaited = new LinkedBlockingQueue<>();
    private final Queue<FakeAnswer> next = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Function<FakeRequest, FakeAnswer> rule = request -> FakeAnswer.status(200);

    private FakeHttpProvider(ServerSocket listening) {
        this.listening = listening;
        startThread("fake-http-accept", this::accept);
    }

    /** One that answers 200 with nothing in it. */
    public static FakeHttpProvider start() {
        try {
            return listeningOn(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** The same on a socket of the test's own, such as one that speaks TLS; it is closed with the fake. */
    public static FakeHttpProvider listeningOn(ServerSocket socket) {
        return new FakeHttpProvider(socket);
    }

    /** The port on 127.0.0.1. */
    public int port() {
        return listening.getLocalPort();
    }

    /**
     * An address here.
     *
     * @param path begins with a slash
     */
    public String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** Answers each request so from now on, once those of {@link #next} are used up. */
    public FakeHttpProvider answering(FakeAnswer answer) {
        return answering(request -> answer);
    }

    /** Answers what {@code answers} says of each request, which several threads may ask at once. */
    public FakeHttpProvider answering(Function<FakeRequest, FakeAnswer> answers) {
        rule = answers;
        return this;
    }

    /** Answers the next requests so, one each. */
    public FakeHttpProvider next(FakeAnswer... answers) {
        return next(Arrays.asList(answers));
    }

    /** Answers the next requests so, one each. */
    public FakeHttpProvider next(Collection<FakeAnswer> answers) {
        next.addAll(answers);
        return this;
    }

    /** All requests so far, in the order in which they were read. */
    public List<FakeRequest> requests() {
        return List.copyOf(requests);
    }

    /** The first request that was not awaited yet; fails if none comes within half a minute. */
    public FakeRequest awaitRequest() throws InterruptedException {
        var request = awaited.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request within " + PATIENCE.toSeconds() + " s");
        }
        return request;
    }

    /** How many connections were made so far. */
    public int connections() {
        return connections.get();
    }

    /** Forgets the requests so far, as measurements must. */
    public void forget() {
        requests.clear();
        awaited.clear();
    }

    /** Closes all connections, as a provider does with those that nobody uses. */
    public void dropConnections() {
        open.forEach(FakeHttpProvider::close);
    }

    /** Stops listening and closes all connections. */
    @Override
    public void close() {
        closed.countDown();
        close(listening);
        dropConnections();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                open.add(socket);
                connections.incrementAndGet();
                startThread("fake-http", () -> talk(socket));
            }
        } catch (IOException end) {
            closed.countDown();
            dropConnections();
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var conversation = new FakeConversation(socket.getInputStream());
            for (var request = conversation.next(); request.isPresent(); request = conversation.next()) {
                requests.add(request.get());
                awaited.add(request.get());
                if (!answer(socket, answerTo(request.get()))) {
                    return;
                }
            }
        } catch (IOException | InterruptedException end) {
            // the client has gone, or the test is over
            return;
        } finally {
            open.remove(socket);
        }
    }

    private FakeAnswer answerTo(FakeRequest request) {
        var queued = next.poll();
        return queued == null ? rule.apply(request) : queued;
    }

    /** Whether the connection is kept. */
    private boolean answer(Socket socket, FakeAnswer answer) throws IOException, InterruptedException {
        if (!answer.delay().isZero() && closed.await(answer.delay().toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        var out = socket.getOutputStream();
        out.write(answer.said());
        out.flush();
        return !answer.isLast();
    }

    private static void startThread(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
