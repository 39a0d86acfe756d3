package org.bookbell.smpp;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.testkit.Heard;
import org.bookbell.spi.testkit.smpp.FakeSmppProvider;

/** An account of the provider under test, and what it has heard. */
final class OpenAccount implements AutoCloseable {

    static final String PHONE = "+12125550123";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final AtomicInteger ATTEMPTS = new AtomicInteger();

    private final SmsGateway gateway;
    private final Heard heard;

    private OpenAccount(SmsGateway gateway, Heard heard) {
        this.gateway = gateway;
        this.heard = heard;
    }

    /** At the fake provider, with further settings in pairs of name and value. */
    static OpenAccount at(FakeSmppProvider center, String... settings) {
        return at(new SmppProvider(), center.port(), new Heard(), settings);
    }

    /** The same, and bound. */
    static OpenAccount boundTo(FakeSmppProvider center, String... settings) {
        var account = at(center, settings);
        await().atMost(PATIENCE).until(() -> center.binds() > 0);
        return account;
    }

    static OpenAccount at(SmppProvider provider, int port, Heard heard, String... settings) {
        return new OpenAccount(provider.open(context(port, heard, settings)), heard);
    }

    static GatewayContext context(int port, ReceiptListener listener, String... settings) {
        var all = new HashMap<>(Map.of(
                "host", "127.0.0.1", "port", Integer.toString(port), "systemId", "practice", "password", "s3cret"));
        for (var at = 0; at < settings.length; at += 2) {
            all.put(settings[at], settings[at + 1]);
        }
        var clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        return new GatewayContext("main", Settings.of(all), clock, listener);
    }

    static String nextAttempt() {
        return "%013d".formatted(ATTEMPTS.incrementAndGet());
    }

    SmsGateway gateway() {
        return gateway;
    }

    Heard heard() {
        return heard;
    }

    SubmitResult submit(String text) throws InterruptedException {
        return submit(nextAttempt(), text);
    }

    SubmitResult submit(String attempt, String text) throws InterruptedException {
        return gateway.submit(new SmsSubmission(attempt, PHONE, Optional.empty(), text, Duration.ofHours(1)));
    }

    SubmitResult submitFrom(String sender) throws InterruptedException {
        return gateway.submit(
                new SmsSubmission(nextAttempt(), PHONE, Optional.of(sender), "Tomorrow at 9", Duration.ofHours(1)));
    }

    /** Submits on another thread. */
    CompletableFuture<SubmitResult> submitAside(String text) {
        return aside(() -> submit(text));
    }

    private static <T> CompletableFuture<T> aside(Callable<T> what) {
        var result = new CompletableFuture<T>();
        var thread = new Thread(
                () -> {
                    try {
                        result.complete(what.call());
                    } catch (Exception failure) {
                        result.completeExceptionally(failure);
                    }
                },
                "test-aside");
        thread.start();
        return result;
    }

    /** The receipts once there are so many. */
    List<Receipt> awaitReceipts(int count) {
        await().atMost(PATIENCE).until(() -> heard.receipts().size() >= count);
        return heard.receipts();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
