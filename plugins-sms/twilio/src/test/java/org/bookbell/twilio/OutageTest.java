package org.bookbell.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.twilio.Accounts.anSms;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.ServerKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutageTest {

    private final FakeHttpProvider twilio = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        twilio.close();
    }

    @Test
    void a_message_that_never_left_is_refused() throws InterruptedException {
        twilio.close();

        try (var gateway = Accounts.open(twilio, Map.of())) {
            assertRefused(gateway.submit(anSms("At 9")), RefusalReason.UNAVAILABLE);
        }
    }

    @Test
    void a_message_that_is_not_answered_in_time_is_unclear() throws InterruptedException {
        twilio.answering(FakeAnswer.hang());

        try (var gateway = Accounts.open(twilio, Map.of("timeoutSeconds", "1"))) {
            assertThat(gateway.submit(anSms("At 9"))).isInstanceOf(Unclear.class);
        }
        assertThat(twilio.requests()).hasSize(1);
    }

    @Test
    void a_connection_that_ends_before_the_answer_leaves_it_unclear_and_nothing_is_sent_again()
            throws InterruptedException {
        twilio.next(
                FakeAnswer.json(201, "{\"sid\":\"SM1\"}"),
                FakeAnswer.cut(),
                FakeAnswer.raw("HTTP/1.1 201 Created\r\nContent-Length: 90\r\n\r\n{\"sid\"")
                        .thenCut(),
                FakeAnswer.raw("no HTTP\r\n\r\n").thenCut());

        try (var gateway = Accounts.open(twilio, Map.of())) {
            assertThat(gateway.submit(anSms("At 9"))).isEqualTo(SubmitResult.accepted("SM1"));
            assertThat(gateway.submit(anSms("At 10"))).isInstanceOf(Unclear.class);
            assertThat(gateway.submit(anSms("At 11"))).isInstanceOf(Unclear.class);
            assertThat(gateway.submit(anSms("At 12"))).isInstanceOf(Unclear.class);
        }
        assertThat(twilio.requests()).hasSize(4);
    }

    @Test
    void a_host_that_cannot_prove_that_it_is_twilio_gets_nothing(@TempDir Path folder)
            throws InterruptedException, IOException, GeneralSecurityException {
        var keys = ServerKeys.of(folder, "IP:127.0.0.1");

        try (var stranger = FakeHttpProvider.listeningOn(keys.listen());
                var gateway = Accounts.open(twilio, Map.of("address", "https://127.0.0.1:" + stranger.port()))) {
            assertRefused(gateway.submit(anSms("At 9")), RefusalReason.ACCOUNT);
            assertThat(stranger.requests()).isEmpty();
        }
    }

    private static void assertRefused(SubmitResult result, RefusalReason reason) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
