package org.bookbell.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.ServerKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Vonage that is away, or goes away at the worst moment. */
@Timeout(180)
class OutageTest {

    private final FakeHttpProvider vonage = FakeVonage.start();

    @AfterEach
    void stop() {
        vonage.close();
    }

    @Test
    void where_nobody_listens_the_message_was_certainly_not_taken() throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(submitTo("http://127.0.0.1:" + port, Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE));
    }

    @Test
    void a_host_that_does_not_exist_is_unavailable() throws InterruptedException {
        assertThat(submitTo("https://nowhere.invalid", Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE));
    }

    @Test
    void a_server_that_never_answers_may_have_the_message() throws InterruptedException {
        vonage.next(FakeAnswer.hang());

        assertThat(submitTo(vonage.address(""), Map.of("timeoutSeconds", "4"))).isInstanceOf(Unclear.class);
        assertThat(vonage.requests()).hasSize(1);
    }

    @Test
    void a_server_that_hangs_up_after_the_request_may_have_the_message() throws InterruptedException {
        vonage.next(FakeAnswer.cut());

        assertThat(submitTo(vonage.address(""), Map.of())).isInstanceOf(Unclear.class);
        assertThat(vonage.requests()).hasSize(1);
    }

    @Test
    void a_request_on_a_kept_connection_that_breaks_is_not_sent_twice() throws InterruptedException {
        vonage.next(FakeVonage.parts("0"), FakeAnswer.cut());
        try (var gateway = Accounts.open(vonage.address(""), Map.of())) {
            assertThat(gateway.submit(Accounts.anSms("The first"))).isInstanceOf(Accepted.class);
            assertThat(gateway.submit(Accounts.anSms("The second"))).isInstanceOf(Unclear.class);
        }

        assertThat(vonage.requests()).hasSize(2);
    }

    @Test
    void half_an_answer_may_stand_for_a_message_that_was_taken() throws InterruptedException {
        vonage.next(FakeAnswer.raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"messages\":[")
                .thenCut());

        assertThat(submitTo(vonage.address(""), Map.of())).isInstanceOf(Unclear.class);
    }

    @Test
    void a_server_that_cannot_prove_who_it_is_gets_no_message(@TempDir Path folder) throws Exception {
        try (var other = FakeHttpProvider.listeningOn(
                ServerKeys.of(folder, "IP:127.0.0.1").listen())) {
            assertThat(submitTo(other.address("").replace("http:", "https:"), Map.of()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void a_server_that_is_away_fails_the_check() {
        try (var gateway = Accounts.open("https://nowhere.invalid", Map.of())) {
            assertThat(gateway.check().outcome()).isEqualTo(CheckResult.Outcome.FAILS);
        }
    }

    private static SubmitResult submitTo(String address, Map<String, String> settings) throws InterruptedException {
        try (var gateway = Accounts.open(address, settings)) {
            return gateway.submit(Accounts.anSms("Tomorrow at 9"));
        }
    }
}
