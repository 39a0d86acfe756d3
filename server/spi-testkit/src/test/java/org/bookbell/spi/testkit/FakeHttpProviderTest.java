package org.bookbell.spi.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FakeHttpProviderTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final FakeHttpProvider provider = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void it_remembers_requests_as_they_came() throws IOException, InterruptedException {
        post("/a%20b?x=%C3%A9&x=2", "to=%2B1&text=a+b");

        var request = provider.awaitRequest();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/a%20b");
        assertThat(request.queryParameters()).containsEntry("x", List.of("é", "2"));
        assertThat(request.header("content-type")).contains("application/x-www-form-urlencoded");
        assertThat(request.formParameters()).containsEntry("to", List.of("+1")).containsEntry("text", List.of("a b"));
        assertThat(provider.requests()).containsExactly(request);
    }

    @Test
    void queued_answers_come_before_the_rule() throws IOException, InterruptedException {
        provider.answering(request -> FakeAnswer.text(200, request.text()))
                .next(FakeAnswer.status(429).with("Retry-After", "7"));

        var first = post("/", "one");
        var second = post("/", "two");

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(second.body()).isEqualTo("two");
        assertThat(provider.connections()).isOne();
    }

    @Test
    void a_chunked_body_is_read_to_its_end() throws IOException, InterruptedException {
        var body = "a".repeat(100_000);
        client.send(
                HttpRequest.newBuilder(URI.create(provider.address("/")))
                        .POST(BodyPublishers.ofByteArrays(List.of(body.getBytes(UTF_8), body.getBytes(UTF_8))))
                        .build(),
                BodyHandlers.ofString());

        assertThat(provider.awaitRequest().text()).isEqualTo(body + body);
    }

    @Test
    void it_may_hang_and_says_nothing_until_it_is_closed() {
        provider.next(FakeAnswer.hang());

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> post("/", "x"));
    }

    @Test
    void it_may_cut_the_connection_without_an_answer() {
        provider.next(FakeAnswer.cut());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> post("/", "x"));
        assertThat(provider.requests()).hasSize(1);
    }

    @Test
    void it_may_say_what_is_no_http() throws IOException {
        provider.next(FakeAnswer.raw("* OK IMAP4 ready\r\n").thenCut());

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), provider.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .isEqualTo("* OK IMAP4 ready\r\n");
        }
    }

    @Test
    void once_it_is_closed_nobody_takes_connections() {
        provider.close();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> post("/", "x"));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(provider.address(path)))
                        .timeout(Duration.ofSeconds(2))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
