package org.bookbell.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.bookbell.http.Gateways.anSms;
import static org.bookbell.http.Gateways.open;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpConnectionsTest {

    private static final Map<String, String> IMPATIENT = Map.of("timeoutSeconds", "1", "connectTimeoutSeconds", "1");
    private static final Map<String, String> PATIENT = Map.of("timeoutSeconds", "60");
    private static final Map<String, String> BY_GET = Map.of("method", "GET");

    private final FakeHttpProvider provider = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void a_gateway_that_answers_too_late_leaves_it_unclear() throws InterruptedException {
        provider.next(FakeAnswer.hang());

        assertThat(submit(IMPATIENT)).isInstanceOf(Unclear.class);
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void an_answer_that_drips_is_not_waited_for_longer() throws IOException, InterruptedException, ExecutionException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var dripping = new FutureTask<>(() -> drip(server));
            new Thread(dripping, "dripping").start();
            var begun = System.nanoTime();

            try (var gateway = open(Map.of(
                    "address", "http://127.0.0.1:" + server.getLocalPort(),
                    "body", "to={to}&text={text}",
                    "timeoutSeconds", "1"))) {
                assertThat(gateway.submit(anSms())).isInstanceOf(Unclear.class);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(20));
            assertThat(dripping.get()).isTrue();
        }
    }

    /** A byte each 20 ms for as long as somebody listens. */
    private static boolean drip(ServerSocket server) throws IOException {
        try (var socket = server.accept()) {
            socket.setSoTimeout(20);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(UTF_8));
            for (var closed = false; !closed; ) {
                socket.getOutputStream().write('x');
                closed = hasClosed(socket);
            }
            return true;
        } catch (SocketException gone) {
            return true;
        }
    }

    private static boolean hasClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[4096]) < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 2",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/2 200\r\n\r\n",
                "220 mail.example.org ESMTP\r\n",
                "\u0000\u0001\u0002"
            })
    void an_answer_that_ends_early_or_is_none_leaves_it_unclear(String words) throws InterruptedException {
        provider.next(FakeAnswer.raw(words).thenCut());

        assertThat(submit(Map.of())).isInstanceOf(Unclear.class);
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void a_head_without_end_leaves_it_unclear() throws InterruptedException {
        provider.next(FakeAnswer.raw("HTTP/1.1 200 OK\r\n" + "X-More: and more\r\n".repeat(5_000)));

        assertThat(submit(Map.of())).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nID: \r\n2;x=y\r\nm7\r\n0\r\nX-Trailer: t\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nID: m7",
                "HTTP/1.1 200\r\ncontent-length:6\r\n\r\nID: m7",
                "HTTP/1.1 200 OK\nContent-Length: 6\n\nID: m7"
            })
    void every_framing_of_http_is_read_and_the_connection_kept(String words) throws InterruptedException {
        provider.answering(FakeAnswer.raw(words));

        try (var gateway = open(provider, Map.of("messageId", "ID: (\\w+)"))) {
            assertThat(gateway.submit(anSms())).isEqualTo(SubmitResult.accepted("m7"));
            assertThat(gateway.submit(anSms())).isEqualTo(SubmitResult.accepted("m7"));
        }
        assertThat(provider.connections()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0 200 OK\r\n\r\nID: m7",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nID: m7",
                "HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 6\r\n\r\nID: m7",
                "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=1\r\nContent-Length: 6\r\n\r\nID: m7",
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nID: m7 and what nobody asked for"
            })
    void a_connection_that_the_gateway_ends_or_spoils_is_not_used_again(String words) throws InterruptedException {
        provider.answering(FakeAnswer.raw(words).thenCut());

        try (var gateway = open(provider, Map.of("messageId", "ID: (\\w+)"))) {
            assertThat(gateway.submit(anSms())).isEqualTo(SubmitResult.accepted("m7"));
            assertThat(gateway.submit(anSms())).isEqualTo(SubmitResult.accepted("m7"));
        }
        assertThat(provider.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET"})
    void a_connection_that_is_cut_after_the_request_leaves_it_unclear_and_nothing_is_sent_again(String method)
            throws InterruptedException {
        try (var gateway = open(provider, Map.of("method", method))) {
            assertThat(gateway.submit(anSms())).isInstanceOf(Accepted.class);
            provider.next(FakeAnswer.cut());

            assertThat(gateway.submit(anSms())).isInstanceOf(Unclear.class);
            assertThat(gateway.submit(anSms())).isInstanceOf(Accepted.class);
        }
        assertThat(provider.requests()).hasSize(3);
    }

    @Test
    void a_kept_connection_that_the_gateway_closed_meanwhile_is_replaced_before_anything_is_sent()
            throws InterruptedException {
        try (var gateway = open(provider, BY_GET)) {
            assertThat(gateway.submit(anSms())).isInstanceOf(Accepted.class);
            provider.dropConnections();

            assertThat(gateway.submit(anSms())).isInstanceOf(Accepted.class);
        }
        assertThat(provider.requests()).hasSize(2);
        assertThat(provider.connections()).isEqualTo(2);
    }

    @Test
    void a_gateway_that_is_down_is_a_certain_refusal_for_now() throws InterruptedException {
        provider.close();

        assertThat(submit(Map.of())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE);
            assertThat(refused.isTransient()).isTrue();
            assertThat(refused.code()).isEqualTo("connection");
        });
    }

    @Test
    void a_host_that_nobody_knows_is_a_certain_refusal_for_now() throws InterruptedException {
        var result = submit(Map.of("address", "https://gateway.invalid/sms"));

        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE);
            assertThat(refused.code()).isEqualTo("host");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://169.254.169.254/latest", "http://[fe80::1]/", "http://0.0.0.0/", "http://224.0.0.1/"})
    void addresses_where_no_gateway_is_are_never_connected_to(String address) throws InterruptedException {
        var result = submit(Map.of("address", address, "allowHttp", "true"));

        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT);
            assertThat(refused.code()).isEqualTo("forbidden");
        });
    }

    @Test
    void sixteen_threads_share_sixteen_connections_and_each_gets_its_own_answer()
            throws InterruptedException, ExecutionException {
        provider.answering(request -> FakeAnswer.text(
                        200, "ID: " + request.formParameters().get("text").get(0))
                .after(Duration.ofMillis(5)));

        var results = submitAtOnce(Map.of("messageId", "ID: (\\w+)"), 320);

        for (var number = 0; number < results.size(); number++) {
            assertThat(results.get(number)).isEqualTo(SubmitResult.accepted("number" + number));
        }
        assertThat(provider.requests()).hasSize(320);
        assertThat(provider.connections()).isBetween(1, 16);
    }

    @Test
    void no_more_connections_are_made_than_allowed_and_others_wait_for_their_turn()
            throws InterruptedException, ExecutionException {
        var current = new AtomicInteger();
        var most = new AtomicInteger();
        provider.answering(request -> {
            most.accumulateAndGet(current.incrementAndGet(), Math::max);
            current.decrementAndGet();
            return FakeAnswer.status(200);
        });

        var results = submitAtOnce(Map.of("maxConnections", "2"), 64);

        assertThat(results).allMatch(Accepted.class::isInstance);
        assertThat(provider.connections()).isBetween(1, 2);
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void who_gets_no_turn_is_told_to_come_later() throws Exception {
        provider.next(FakeAnswer.hang());
        try (var gateway = open(provider, Map.of("maxConnections", "1", "timeoutSeconds", "60"))) {
            var stuck = start(gateway);
            provider.awaitRequest();

            assertThat(gateway.submit(anSms())).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(RefusalReason.THROTTLED);
                assertThat(refused.code()).isEqualTo("busy");
            });
            provider.close();
            assertThat(stuck.get(20, TimeUnit.SECONDS)).isInstanceOf(Unclear.class);
        }
    }

    @Test
    void an_interrupted_thread_gives_up_at_once() throws InterruptedException {
        provider.next(FakeAnswer.hang());

        try (var gateway = open(provider, PATIENT)) {
            var task = new FutureTask<>(() -> gateway.submit(anSms()));
            var thread = new Thread(task, "submitter");
            thread.start();
            provider.awaitRequest();
            thread.interrupt();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> task.get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void a_thread_that_is_interrupted_while_it_connects_gives_up_at_once() throws IOException {
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var gateway = open(Map.of(
                        "address", "https://127.0.0.1:" + deaf.getLocalPort(),
                        "body", "to={to}&text={text}",
                        "connectTimeoutSeconds", "60",
                        "timeoutSeconds", "60"))) {
            var task = new FutureTask<>(() -> gateway.submit(anSms()));
            var thread = new Thread(task, "submitter");
            thread.start();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> List.of(thread.getStackTrace()).toString().contains("startHandshake"));
            thread.interrupt();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> task.get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void closing_ends_what_is_on_its_way_within_five_seconds() throws Exception {
        provider.next(FakeAnswer.hang());
        var gateway = open(provider, PATIENT);
        var task = start(gateway);
        provider.awaitRequest();

        var begun = System.nanoTime();
        gateway.close();
        gateway.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
        assertThat(task.get(5, TimeUnit.SECONDS)).isInstanceOf(Unclear.class);
        assertThat(gateway.submit(anSms()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("closed"));
    }

    @Test
    void closing_lets_what_is_nearly_answered_be_answered() throws Exception {
        provider.next(FakeAnswer.status(200).after(Duration.ofMillis(300)));
        var gateway = open(provider, PATIENT);
        var task = start(gateway);
        provider.awaitRequest();

        gateway.close();

        assertThat(task.get(5, TimeUnit.SECONDS)).isInstanceOf(Accepted.class);
    }

    @Test
    void closing_leaves_no_connection_and_no_thread() throws InterruptedException {
        var gateway = open(provider, Map.of());
        gateway.submit(anSms());

        gateway.close();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("http-main")));
    }

    private static FutureTask<SubmitResult> start(SmsGateway gateway) {
        var task = new FutureTask<>(() -> gateway.submit(anSms()));
        new Thread(task, "submitter").start();
        return task;
    }

    private SubmitResult submit(Map<String, String> settings) throws InterruptedException {
        try (var gateway = open(provider, settings)) {
            return gateway.submit(anSms());
        }
    }

    /** From sixteen threads. */
    private List<SubmitResult> submitAtOnce(Map<String, String> settings, int count)
            throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(16);
        try (var gateway = open(provider, settings)) {
            var submissions = IntStream.range(0, count)
                    .<Callable<SubmitResult>>mapToObj(number -> () -> gateway.submit(anSms("number" + number)))
                    .toList();
            var results = new ArrayList<SubmitResult>();
            for (var answer : threads.invokeAll(submissions)) {
                results.add(answer.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
