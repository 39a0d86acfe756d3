package org.bookbell.export.busy.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLSocketFactory;
import org.bookbell.export.busy.fetch.Fetched.Failed;
import org.bookbell.export.busy.fetch.Fetched.Unchanged;
import org.bookbell.export.busy.fetch.Fetched.Whole;
import org.bookbell.storage.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchingTest {

    private static final String OK = "HTTP/1.1 200 OK\nContent-Type: text/calendar";
    private static final Validators KNOWN =
            new Validators(Optional.of("\"one\""), Optional.of("Mon, 02 Nov 2026 08:00:00 GMT"));

    private CalendarServer server;

    @BeforeEach
    void start() throws IOException {
        server = CalendarServer.plain();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_calendar_comes_with_what_it_is_known_by() {
        server.answers(OK + "\nETag: \"two\"\nContent-Length: 5", "abcde");

        var fetched = fetch(KNOWN);

        assertThat(text(fetched)).isEqualTo("abcde");
        assertThat(((Whole) fetched).validators()).isEqualTo(new Validators(Optional.of("\"two\""), Optional.empty()));
        assertThat(server.requests())
                .singleElement()
                .asString()
                .startsWith("GET /private-4711/basic.ics?x=1 HTTP/1.1\nHost: 127.0.0.1:" + server.port())
                .contains("\nIf-None-Match: \"one\"\n", "\nIf-Modified-Since: Mon, 02 Nov 2026 08:00:00 GMT\n")
                .contains("\nAccept-Encoding: gzip\n", "\nConnection: close\n");
    }

    @Test
    void what_did_not_change_is_not_sent_again() {
        server.answers("HTTP/1.1 304 Not Modified\nETag: \"one\"", "");

        assertThat(fetch(KNOWN)).isInstanceOf(Unchanged.class);
        assertThat(fetch(Validators.NONE)).isInstanceOf(Failed.class);
    }

    @Test
    void chunks_and_packed_bytes_are_put_together() throws IOException {
        var packed = gzip("abcdef".getBytes(ISO_8859_1));
        server.answers(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(ISO_8859_1));
            for (var one : packed) {
                out.write("1;x=y\r\n".getBytes(ISO_8859_1));
                out.write(one);
                out.write("\r\n".getBytes(ISO_8859_1));
            }
            out.write("0\r\nTrailer: x\r\n\r\n".getBytes(ISO_8859_1));
        });

        assertThat(text(fetch())).isEqualTo("abcdef");
    }

    @Test
    void a_body_without_a_length_ends_with_its_connection() {
        server.answers("HTTP/1.0 200 OK", "abc");

        assertThat(text(fetch())).isEqualTo("abc");
    }

    @Test
    void a_body_that_ends_too_early_is_not_taken() {
        server.answers(OK + "\nContent-Length: 9", "abc");

        assertThat(reason(fetch())).isEqualTo("The calendar ended too early.");
    }

    @Test
    void five_megabytes_are_enough() {
        server.answers(OK + "\nContent-Length: 99999999", "x".repeat(AnswerBody.LONGEST + 1));
        assertThat(reason(fetch())).isEqualTo("The calendar is larger than 5 MB.");

        server.answers(OK + "\nContent-Length: " + AnswerBody.LONGEST, "x".repeat(AnswerBody.LONGEST));
        assertThat(text(fetch())).hasSize(AnswerBody.LONGEST);
    }

    @Test
    void a_small_answer_that_unpacks_to_a_gigabyte_is_given_up_at_five_megabytes() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var packer = new GZIPOutputStream(bomb)) {
            for (var i = 0; i < 64; i++) {
                packer.write(new byte[1024 * 1024]);
            }
        }
        server.answers(out -> {
            out.write((OK.replace("\n", "\r\n") + "\r\nContent-Encoding: gzip\r\n\r\n").getBytes(ISO_8859_1));
            out.write(bomb.toByteArray());
        });

        assertThat(bomb.size()).isLessThan(100_000);
        assertThat(reason(fetch())).isEqualTo("The calendar is larger than 5 MB.");
    }

    @Test
    void a_form_that_nobody_asked_for_is_refused() {
        server.answers(OK + "\nContent-Encoding: br", "abc");
        assertThat(reason(fetch())).contains("nobody asked for");

        server.answers(OK + "\nContent-Encoding: gzip", "this is not packed");
        assertThat(reason(fetch())).contains("cannot be unpacked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"})
    @Timeout(60)
    void whatever_drips_ends_in_time(String before) {
        server.answers(out -> {
            out.write(before.getBytes(ISO_8859_1));
            // 10 ms a byte: no single read waits for long
            for (var i = 0; i < 100_000; i++) {
                out.write('x');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(10);
            }
        });

        assertThat(reason(fetching(Duration.ofMillis(700)).fetch(server.address(), Validators.NONE)))
                .isEqualTo("The calendar's server took too long.");
    }

    @Test
    void a_head_without_end_is_refused() {
        server.answers("HTTP/1.1 200 OK\nX: " + "x".repeat(40_000), "");

        assertThat(reason(fetch())).contains("does not speak HTTP");
    }

    @Test
    void a_redirection_is_followed_where_it_may_lead() {
        server.answers(out -> {
            var isFirst = server.requests().size() == 1;
            var answer =
                    isFirst ? "HTTP/1.1 302 Found\r\nLocation: /elsewhere.ics\r\n\r\n" : "HTTP/1.1 200 OK\r\n\r\nabc";
            out.write(answer.getBytes(ISO_8859_1));
        });

        assertThat(text(fetch())).isEqualTo("abc");
        assertThat(server.requests().get(1)).startsWith("GET /elsewhere.ics ");
    }

    @Test
    void redirections_end_after_three() {
        server.answers("HTTP/1.1 307 Temporary Redirect\nLocation: " + server.origin() + "/again", "");

        assertThat(reason(fetch())).isEqualTo("The calendar's address leads on more than three times.");
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void a_redirection_into_a_private_network_is_not_followed() throws IOException {
        try (var inside = CalendarServer.plain()) {
            for (var place : List.of(
                    inside.origin(),
                    "http://localhost:" + inside.port(),
                    "https://127.0.0.1/",
                    "https://[::1]/",
                    "https://[::ffff:127.0.0.1]/",
                    "https://2130706433/",
                    "https://169.254.169.254/latest/meta-data/",
                    "file:///etc/passwd",
                    "ftp://127.0.0.1/")) {
                server.answers("HTTP/1.1 302 Found\nLocation: " + place, "");

                assertThat(reason(fetch())).as(place).containsPattern("https|private network|not said where");
            }
            assertThat(inside.requests()).isEmpty();
        }
    }

    @Test
    void other_states_are_told_and_retry_after_is_kept() {
        server.answers("HTTP/1.1 404 Not Found", "");
        assertThat(fetch()).isEqualTo(Fetched.failed("The calendar's server answered with status 404."));

        server.answers("HTTP/1.1 429 Too Many Requests\nRetry-After: 7200", "");
        assertThat(((Failed) fetch()).after()).contains(Duration.ofHours(2));

        server.answers("HTTP/1.1 503 Unavailable\nRetry-After: Mon, 02 Nov 2026 09:00:00 GMT", "");
        assertThat(((Failed) fetch()).after()).contains(Duration.ofHours(1));

        server.answers("HTTP/1.1 503 Unavailable\nRetry-After: 99999999", "");
        assertThat(((Failed) fetch()).after()).contains(Duration.ofDays(1));
    }

    @Test
    void nobody_listening_is_told_without_the_address() throws IOException {
        // a port that is left to nobody else, which one that was closed a moment ago may be
        try (var silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var origin = "http://127.0.0.1:" + silent.getLocalPort();
            var address = FeedAddress.parse(origin + "/private-4711/basic.ics").orElseThrow();

            assertThat(fetching(origin, Duration.ofSeconds(20)).fetch(address, Validators.NONE))
                    .isEqualTo(Fetched.failed("The calendar's server could not be reached."));
        }
    }

    private Fetched fetch() {
        return fetch(Validators.NONE);
    }

    private Fetched fetch(Validators known) {
        return fetching(Duration.ofSeconds(30)).fetch(server.address(), known);
    }

    private Fetching fetching(Duration whole) {
        return fetching(server.origin(), whole);
    }

    private static Fetching fetching(String origin, Duration whole) {
        var connector = new Connector(new AllowedOrigins(origin), InetAddress::getAllByName, (SSLSocketFactory)
                SSLSocketFactory.getDefault());
        return new Fetching(connector, MovableClock.at("2026-11-02T08:00:00Z"), whole, whole);
    }

    private static String text(Fetched fetched) {
        return fetched instanceof Whole whole ? new String(whole.calendar(), ISO_8859_1) : fetched.toString();
    }

    private static String reason(Fetched fetched) {
        return fetched instanceof Failed failed ? failed.reason() : fetched.toString();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packer = new GZIPOutputStream(packed)) {
            packer.write(bytes);
        }
        return packed.toByteArray();
    }
}
