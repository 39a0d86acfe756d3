package org.bookbell.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SimulatedHookTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SimulatedPhones phones = new SimulatedPhones();
    private final BlockingQueue<HookRequest> calls = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var uri = exchange.getRequestURI();
            // before the test hears of the call and goes on
            var answer = status;
            calls.add(new HookRequest(
                    exchange.getRequestMethod(),
                    uri.getRawPath(),
                    "",
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes(),
                    hook().toString()));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_receipt_comes_by_the_web_hook_signed() throws InterruptedException {
        try (var gateway = open(Map.of("receiptsBy", "hook", "hookSecret", "s3cret", "receiptAfterSeconds", "0"))) {
            submit(gateway);

            assertThat(gateway.readHook(next()))
                    .isInstanceOfSatisfying(
                            Understood.class,
                            understood -> assertThat(understood.receipts())
                                    .extracting(Receipt::state)
                                    .containsExactly(Receipt.State.DELIVERED));
        }
    }

    @Test
    void a_call_signed_with_another_secret_is_forged() throws InterruptedException {
        HookRequest call;
        try (var gateway = open(Map.of("receiptsBy", "hook", "hookSecret", "s3cret", "receiptAfterSeconds", "0"))) {
            submit(gateway);
            call = next();
        }
        try (var other = open(Map.of("hookSecret", "another"))) {
            assertThat(other.readHook(call)).isInstanceOf(HookResult.Forged.class);
        }
    }

    @Test
    void what_the_server_did_not_take_is_brought_again() throws InterruptedException {
        status = 503;
        try (var gateway = open(Map.of("receiptsBy", "hook", "receiptAfterSeconds", "0"))) {
            submit(gateway);
            next();
            status = 200;

            assertThat(gateway.readHook(next())).isInstanceOf(Understood.class);
        }
    }

    @Test
    void somebody_who_answers_comes_by_the_web_hook() throws InterruptedException {
        try (var gateway = open(Map.of("receiptsBy", "hook", "behavior", "acceptAndNeverDeliver"))) {
            assertThat(phones.answer("phones", "+12125550123", "Practice", "Ça va? 100 % & more"))
                    .isTrue();

            assertThat(gateway.readHook(next()))
                    .isInstanceOfSatisfying(
                            Understood.class,
                            understood -> assertThat(understood.replies())
                                    .singleElement()
                                    .satisfies(reply -> {
                                        assertThat(reply.from()).isEqualTo("+12125550123");
                                        assertThat(reply.to()).contains("Practice");
                                        assertThat(reply.text()).isEqualTo("Ça va? 100 % & more");
                                        assertThat(reply.occurredAt()).contains(NOON);
                                    }));
        }
    }

    @Test
    void where_nobody_listens_receipts_stay_within_the_server() throws InterruptedException {
        var address = hook();
        server.stop(0);
        var receipts = new RecordedReceipts();
        try (var gateway = open(Map.of("receiptsBy", "hook", "receiptAfterSeconds", "0"), address, receipts)) {
            submit(gateway);

            assertThat(receipts.next().state()).isEqualTo(Receipt.State.DELIVERED);
        }
    }

    @Test
    void nobody_answers_by_an_account_that_was_never_opened() {
        assertThat(phones.answer("phones", "+12125550123", "Practice", "C")).isFalse();
    }

    @Test
    void a_call_with_a_line_that_is_nothing_is_malformed() {
        try (var gateway = open(Map.of())) {
            var body = "kind=receipt&id=p1&state=PERHAPS".getBytes(UTF_8);

            assertThat(gateway.readHook(new HookRequest("POST", "/", "", Map.of(), body, "https://book.example.org/")))
                    .isInstanceOf(HookResult.Malformed.class);
        }
    }

    private HookRequest next() throws InterruptedException {
        var call = calls.poll(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
        assertThat(call).isNotNull();
        return call;
    }

    private static void submit(SmsGateway gateway) throws InterruptedException {
        gateway.submit(new SmsSubmission(
                "0AAAAAAAAAAAA", "+12125550123", Optional.empty(), "Tomorrow at 9", Duration.ofHours(1)));
    }

    private SmsGateway open(Map<String, String> settings) {
        return open(settings, hook(), new RecordedReceipts());
    }

    private SmsGateway open(Map<String, String> settings, URI address, RecordedReceipts receipts) {
        var context = new GatewayContext(
                "phones", Settings.of(settings), Clock.fixed(NOON, ZoneOffset.UTC), receipts, Optional.of(address));
        return phones.open(context);
    }

    private URI hook() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/sms/phones/token");
    }
}
