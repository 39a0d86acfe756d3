package org.bookbell.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An smsbox that is away, or goes away at the worst moment. */
@Timeout(60)
class OutageTest {

    private static final String TAKEN =
            "HTTP/1.1 202 Accepted\r\nContent-Length: 24\r\nConnection: Keep-Alive\r\n\r\n0: Accepted for delivery";

    private static final String TAKEN_AT_LAST = TAKEN.replace("Keep-Alive", "close");

    @Test
    void where_nobody_listens_the_message_was_certainly_not_taken() throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(submitTo("http://127.0.0.1:" + port + "/cgi-bin/sendsms", Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE));
    }

    @Test
    void a_host_that_does_not_exist_is_unavailable() throws InterruptedException {
        assertThat(submitTo("http://nowhere.invalid/cgi-bin/sendsms", Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE));
    }

    @Test
    void a_box_that_never_answers_may_have_the_message() throws IOException, InterruptedException {
        try (var box = new Box(List.of(""))) {
            assertThat(submitTo(box.address(), Map.of("timeoutSeconds", "1"))).isInstanceOf(Unclear.class);
            assertThat(box.requests()).hasSize(1);
        }
    }

    @Test
    void a_box_that_hangs_up_after_the_request_may_have_the_message() throws IOException, InterruptedException {
        try (var box = new Box(List.of("hang up"))) {
            assertThat(submitTo(box.address(), Map.of())).isInstanceOf(Unclear.class);
            assertThat(box.requests()).hasSize(1);
        }
    }

    /** A kept connection that the box drops as the second request comes. */
    @Test
    void a_request_on_a_kept_connection_that_breaks_is_not_sent_twice() throws IOException, InterruptedException {
        try (var box = new Box(List.of(TAKEN, "hang up"));
                var gateway = Accounts.open(box.address(), Map.of())) {
            assertThat(gateway.submit(Accounts.anSms("The first"))).isInstanceOf(Accepted.class);
            assertThat(gateway.submit(Accounts.anSms("The second"))).isInstanceOf(Unclear.class);

            assertThat(box.requests()).hasSize(2);
        }
    }

    @Test
    void a_connection_that_the_box_ends_after_its_answer_is_not_used_again() throws IOException, InterruptedException {
        try (var box = new Box(List.of(TAKEN_AT_LAST));
                var gateway = Accounts.open(box.address(), Map.of())) {
            assertThat(gateway.submit(Accounts.anSms("The first"))).isInstanceOf(Accepted.class);
            assertThat(gateway.submit(Accounts.anSms("The second"))).isInstanceOf(Accepted.class);

            assertThat(box.requests()).hasSize(2);
        }
    }

    @Test
    void a_box_that_speaks_no_tls_has_not_taken_it() throws IOException, InterruptedException {
        try (var box = new Box(List.of("hang up"))) {
            assertThat(submitTo(box.address().replace("http:", "https:"), Map.of()))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void an_answer_without_end_is_read_to_its_beginning_only() throws IOException, InterruptedException {
        var endless = "HTTP/1.1 202 Accepted\r\n\r\n" + "0: Accepted for delivery ".repeat(100_000);
        try (var box = new Box(List.of(endless))) {
            assertThat(submitTo(box.address(), Map.of())).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void a_status_page_that_is_away_fails_the_check() {
        var settings = Map.of("statusAddress", "http://nowhere.invalid/status.txt");
        try (var gateway = Accounts.open("http://nowhere.invalid/cgi-bin/sendsms", settings)) {
            assertThat(gateway.check().outcome()).isEqualTo(CheckResult.Outcome.FAILS);
        }
    }

    private static SubmitResult submitTo(String address, Map<String, String> settings) throws InterruptedException {
        try (var gateway = Accounts.open(address, settings)) {
            return gateway.submit(Accounts.anSms("Tomorrow at 9"));
        }
    }

    /** Answers requests by a script: an answer as it is, nothing, or hanging up. */
    private static final class Box implements AutoCloseable {

        private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final List<Socket> connections = new CopyOnWriteArrayList<>();
        private final List<String> script;

        Box(List<String> script) throws IOException {
            this.script = script;
            var thread = new Thread(this::accept, "box");
            thread.setDaemon(true);
            thread.start();
        }

        String address() {
            return "http://127.0.0.1:" + listening.getLocalPort() + "/cgi-bin/sendsms";
        }

        List<String> requests() {
            return List.copyOf(requests);
        }

        private void accept() {
            try {
                while (true) {
                    var connection = listening.accept();
                    connections.add(connection);
                    var thread = new Thread(() -> serve(connection), "connection");
                    thread.setDaemon(true);
                    thread.start();
                }
            } catch (IOException closed) {
                assertThat(listening.isClosed()).isTrue();
            }
        }

        private void serve(Socket connection) {
            try (connection) {
                var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                while (readRequest(in)) {
                    var answer = script.get(Math.min(requests.size(), script.size()) - 1);
                    if (answer.equals("hang up")) {
                        return;
                    }
                    connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    connection.getOutputStream().flush();
                    if (answer.equals(TAKEN_AT_LAST)) {
                        return;
                    }
                }
            } catch (IOException gone) {
                connections.remove(connection);
            }
        }

        private boolean readRequest(BufferedReader in) throws IOException {
            var first = in.readLine();
            if (first == null) {
                return false;
            }
            var length = 0;
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            for (var read = 0; read < length; read++) {
                in.read();
            }
            requests.add(first);
            return true;
        }

        @Override
        public void close() throws IOException {
            listening.close();
            for (var connection : connections) {
                connection.close();
            }
        }
    }
}
