package org.bookbell.spi.testkit.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * A message center for tests: it listens on a free port of 127.0.0.1, takes whatever is submitted, and answers as it is
 * told. Unless it is told otherwise it takes every bind and every message, under ids that count up in base 16. Safe for
 * threads.
 */
public final class FakeSmppProvider implements AutoCloseable {

    private static final int BACKLOG = 50;
    private static final int WRONG_PASSWORD = 0x0E;
    private static final int FIRST_ID = 0x10000000;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(FakeSmppProvider::thread);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(FakeSmppProvider::thread);
    private final List<FakeBind> connections = new CopyOnWriteArrayList<>();
    private final List<TakenSms> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger positions = new AtomicInteger();
    private final AtomicInteger goodbyes = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger(FIRST_ID);
    private volatile Function<TakenSms, SmppAnswer> program = sms -> new SmppAnswer.Taken(nextId());
    private volatile int bindStatus;
    private volatile boolean answersBinds = true;
    private volatile boolean answersEnquiries = true;
    private volatile boolean isRecording = true;
    private volatile String password = "";

    private FakeSmppProvider(ServerSocket server) {
        this.server = server;
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "fake-smpp");
        thread.setDaemon(true);
        return thread;
    }

    public static FakeSmppProvider start() {
        return start(ServerSocketFactory.getDefault(), 0);
    }

    /** On a port that was this provider's before, or with a factory that encrypts; 0 for a free port. */
    public static FakeSmppProvider start(ServerSocketFactory factory, int port) {
        try {
            var server = factory.createServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
            var provider = new FakeSmppProvider(server);
            provider.threads.execute(provider::accept);
            return provider;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                var connection = new FakeBind(socket, this);
                connections.add(connection);
                threads.execute(connection::run);
            } catch (IOException | RejectedExecutionException ended) {
                // closed, or one that did not get as far as a connection
            }
        }
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Takes no other password from now on. */
    public void demand(String expected) {
        password = expected;
    }

    /** Refuses binds with a command_status from now on; 0 takes them again. */
    public void refuseBinds(int status) {
        bindStatus = status;
    }

    /** Leaves binds without an answer from now on. */
    public void ignoreBinds() {
        answersBinds = false;
    }

    /** Leaves each enquire_link without an answer from now on. */
    public void ignoreEnquiries() {
        answersEnquiries = false;
    }

    /** Forgets what is taken from now on, for measurements. */
    public void stopRecording() {
        isRecording = false;
    }

    /** What to do about each message from now on; called by the thread that reads the bind. */
    public void answer(Function<TakenSms, SmppAnswer> with) {
        program = with;
    }

    /** An id that no message has had. */
    public String nextId() {
        return Integer.toHexString(ids.incrementAndGet());
    }

    /** The messages so far, in order, also those that were refused. */
    public List<TakenSms> taken() {
        return List.copyOf(taken);
    }

    /** How many connections are bound now. */
    public int binds() {
        return (int) connections.stream().filter(FakeBind::isBound).count();
    }

    /** How often somebody has tried to bind. */
    public int triesToBind() {
        return tries.get();
    }

    /** How many binds have ended by an unbind. */
    public int unbinds() {
        return goodbyes.get();
    }

    /**
     * Brings a receipt or a reply over a bind that receives.
     *
     * @return the command_status of the response; -1 if none came within ten seconds
     */
    public int bring(SmppDelivery delivery) {
        return receiver()
                .ask(delivery.commandId(), delivery.body())
                .completeOnTimeout(-1, 10, TimeUnit.SECONDS)
                .join();
    }

    /** Brings it without waiting. */
    public void post(SmppDelivery delivery) {
        var unused = receiver().ask(delivery.commandId(), delivery.body());
    }

    /** Ends one bind by an unbind of the provider's own. */
    public void unbind() {
        var unused = receiver().ask(Pdu.UNBIND, new byte[0]);
    }

    /** Writes octets as they are, which need not be SMPP. */
    public void babble(byte[] octets) {
        receiver().write(octets);
    }

    private FakeBind receiver() {
        return connections.stream()
                .filter(FakeBind::receives)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody is bound to receive"));
    }

    /** Ends all connections; new ones are taken. */
    public void breakConnections() {
        connections.forEach(FakeBind::close);
        connections.clear();
    }

    void take(TakenSms sms, Consumer<SmppAnswer> answer) {
        if (isRecording) {
            taken.add(sms);
        }
        give(program.apply(sms), answer);
    }

    private void give(SmppAnswer what, Consumer<SmppAnswer> answer) {
        if (what instanceof SmppAnswer.After after) {
            var unused = clock.schedule(
                    () -> give(after.then(), answer), after.pause().toMillis(), TimeUnit.MILLISECONDS);
        } else {
            answer.accept(what);
        }
    }

    /** The command_status of a bind; -1 for no answer at all. */
    int judge(String systemId, String given) {
        tries.incrementAndGet();
        if (!answersBinds) {
            return -1;
        }
        if (bindStatus != 0) {
            return bindStatus;
        }
        var isRight = !systemId.isEmpty() && (password.isEmpty() || password.equals(given));
        return isRight ? 0 : WRONG_PASSWORD;
    }

    int nextPosition() {
        return positions.incrementAndGet();
    }

    void sayGoodbye() {
        goodbyes.incrementAndGet();
    }

    boolean answersEnquiries() {
        return answersEnquiries;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException ignored) {
            // it is closed all the same
        }
        breakConnections();
        threads.shutdownNow();
        clock.shutdownNow();
    }
}
