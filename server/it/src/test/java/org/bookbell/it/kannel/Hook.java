package org.bookbell.it.kannel;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.bookbell.kannel.KannelProvider;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.spi.gateway.SmsGateway;
import org.jspecify.annotations.Nullable;

/** The server as a gateway sees it: opens it, has its web hook on a port of 127.0.0.1, and keeps what is heard. */
final class Hook implements AutoCloseable {

    /** Kannel would write something of its own for {@code %C} and {@code %A}. */
    private static final String PATH = "/hooks/sms/kannel/caf%C3%A9";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String origin;
    private final HttpServer server;
    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();
    private final List<Reply> replies = new CopyOnWriteArrayList<>();
    private final List<String> strange = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Optional<String> refused = Optional.empty();
    private volatile @Nullable SmsGateway gateway;

    Hook() {
        this("http://127.0.0.1", () -> HttpServer.create(anyPort(), 0));
    }

    private Hook(String origin, Callable<HttpServer> making) {
        try {
            server = making.call();
        } catch (Exception e) {
            throw new IllegalStateException("no web hook", e);
        }
        this.origin = origin;
        server.createContext("/", this::take);
        server.start();
    }

    /** One that is called by https, at a host with a name. */
    static Hook byHttps(SSLContext keys) {
        return new Hook("https://localhost", () -> {
            var server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(keys));
            return server;
        });
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    String address() {
        return origin + ":" + server.getAddress().getPort() + PATH;
    }

    /** Opens the gateway that reads its calls from now on. */
    SmsGateway open(Map<String, String> settings) {
        var opened = new KannelProvider().open(context(settings));
        gateway = opened;
        return opened;
    }

    private GatewayContext context(Map<String, String> settings) {
        var heardDirectly = new ReceiptListener() {
            @Override
            public void receive(Receipt receipt) {
                strange.add("a receipt past the web hook");
            }

            @Override
            public void receiveReply(Reply reply) {
                strange.add("a reply past the web hook");
            }
        };
        return new GatewayContext(
                "kannel", Settings.of(settings), Clock.systemUTC(), heardDirectly, Optional.of(URI.create(address())));
    }

    /** Answers 503 to the next calls, as a server that restarts. */
    void failNext(int calls) {
        failures.set(calls);
    }

    /** From now on it answers 503 to calls whose query holds {@code words}; to none for empty ones. */
    void refuse(Optional<String> words) {
        refused = words;
    }

    /** What was heard of an attempt, once it was {@code count} receipts. */
    List<Receipt> awaitReceipts(String attempt, int count) {
        return await("receipts of " + attempt)
                .atMost(PATIENCE)
                .until(() -> receiptsOf(attempt), of -> of.size() >= count);
    }

    /** What was heard of an attempt so far, in the order in which it came. */
    List<Receipt> receiptsOf(String attempt) {
        return receipts.stream()
                .filter(receipt -> receipt.attemptId().filter(attempt::equals).isPresent())
                .toList();
    }

    /** The first reply from a number. */
    Reply awaitReply(String from) {
        return await("a reply")
                .atMost(PATIENCE)
                .until(
                        () -> replies.stream()
                                .filter(reply -> reply.from().equals(from))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Calls that no Kannel should make. */
    List<String> strange() {
        return List.copyOf(strange);
    }

    private void take(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var query = exchange.getRequestURI().getRawQuery();
        var isRefused = refused.filter(query::contains).isPresent();
        if (isRefused || failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            exchange.sendResponseHeaders(read(exchange), -1);
        }
        exchange.close();
    }

    private int read(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        if (!uri.getRawPath().equals(PATH)) {
            strange.add(uri.getRawPath());
            return 404;
        }
        var request = new HookRequest(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery(),
                exchange.getRequestHeaders(),
                new byte[0],
                address() + "?" + uri.getRawQuery());
        var reader = gateway;
        if (reader != null && reader.readHook(request) instanceof Understood understood) {
            receipts.addAll(understood.receipts());
            replies.addAll(understood.replies());
            return understood.answer().status();
        }
        strange.add(uri.getRawQuery());
        return 400;
    }

    @Override
    public void close() {
        var opened = gateway;
        if (opened != null) {
            opened.close();
        }
        server.stop(0);
    }
}
