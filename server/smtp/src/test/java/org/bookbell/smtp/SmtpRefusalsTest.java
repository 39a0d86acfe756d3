package org.bookbell.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.bookbell.smtp.Submissions.anEmail;
import static org.bookbell.smtp.Submissions.open;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SmtpRefusalsTest {

    private static final Map<String, String> IMPATIENT = Map.of("timeoutSeconds", "1", "connectTimeoutSeconds", "1");

    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RCPT     | 550 5.1.1 no such user          | INVALID_RECIPIENT
            RCPT     | 550 no such user                | INVALID_RECIPIENT
            RCPT     | 553 5.1.3 bad address           | INVALID_RECIPIENT
            RCPT     | 550 5.4.1 access denied         | INVALID_RECIPIENT
            RCPT     | 550 5.2.1 mailbox disabled      | INVALID_RECIPIENT
            RCPT     | 550 5.7.1 relaying denied       | SENDER_OR_ROUTE
            RCPT     | 554 5.7.1 relay access denied   | SENDER_OR_ROUTE
            RCPT     | 550 5.1.8 bad sender            | SENDER_OR_ROUTE
            RCPT     | 552 5.2.2 mailbox full          | RECIPIENT_UNREACHABLE
            RCPT     | 552 mailbox full                | RECIPIENT_UNREACHABLE
            RCPT     | 452 4.2.2 mailbox full          | RECIPIENT_UNREACHABLE
            RCPT     | 450 4.2.0 greylisted            | RECIPIENT_UNREACHABLE
            RCPT     | 450 try later                   | RECIPIENT_UNREACHABLE
            RCPT     | 451 4.3.0 local error           | UNAVAILABLE
            RCPT     | 451 try later                   | UNAVAILABLE
            RCPT     | 452 4.3.1 disk full             | UNAVAILABLE
            RCPT     | 451 4.7.1 too fast              | THROTTLED
            RCPT     | 421 4.3.2 shutting down         | UNAVAILABLE
            RCPT     | 530 5.7.0 sign in first         | ACCOUNT
            RCPT     | 503 5.5.1 bad sequence          | OTHER
            MAIL     | 550 5.7.1 sender rejected       | SENDER_OR_ROUTE
            MAIL     | 552 5.3.4 too big               | CONTENT
            MAIL     | 530 5.7.0 sign in first         | ACCOUNT
            MAIL     | 451 4.3.0 local error           | UNAVAILABLE
            DATA     | 451 4.3.0 local error           | UNAVAILABLE
            END      | 552 5.3.4 too big               | CONTENT
            END      | 554 5.6.0 malformed             | CONTENT
            END      | 552 5.2.2 mailbox full          | RECIPIENT_UNREACHABLE
            END      | 554 5.7.1 looks like spam       | BLOCKED
            END      | 550 5.1.1 no such user          | INVALID_RECIPIENT
            END      | 451 4.7.1 too fast              | THROTTLED
            END      | 451 4.3.0 local error           | UNAVAILABLE
            GREETING | 554 5.7.1 your address is barred | BLOCKED
            GREETING | 421 4.3.2 too many connections  | UNAVAILABLE
            """)
    void each_refusal_becomes_a_reason_that_can_be_acted_on(String step, String reply, RefusalReason reason)
            throws InterruptedException {
        server.answering(step, reply);

        try (var gateway = open(server.port(), Map.of())) {
            assertThat(gateway.submit(anEmail()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
        }
    }

    @Test
    void the_servers_code_and_words_are_passed_on_without_the_address() throws InterruptedException {
        server.answering("RCPT", "550-5.1.1 <ann@example.org>: Recipient address rejected:\r\n550 5.1.1 unknown user");

        try (var gateway = open(server.port(), Map.of())) {
            assertThat(gateway.submit(anEmail())).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("550 5.1.1");
                assertThat(refused.detail()).contains("unknown user").doesNotContain("ann@example.org");
            });
        }
    }

    @Test
    void a_connection_that_ends_after_the_content_leaves_it_unclear() throws InterruptedException {
        server.answering("END", ScriptedSmtpServer.DROP);

        try (var gateway = open(server.port(), Map.of())) {
            assertThat(gateway.submit(anEmail())).isInstanceOf(Unclear.class);
        }
        assertThat(server.contents()).hasSize(1);
    }

    @Test
    void a_server_that_never_answers_the_content_leaves_it_unclear() throws InterruptedException {
        server.answering("END", ScriptedSmtpServer.HANG);

        try (var gateway = open(server.port(), IMPATIENT)) {
            assertThat(gateway.submit(anEmail())).isInstanceOf(Unclear.class);
        }
        assertThat(server.contents()).hasSize(1);
    }

    @Test
    void a_server_that_stops_reading_the_content_leaves_it_unclear() throws InterruptedException {
        server.answering("CONTENT", ScriptedSmtpServer.HANG);
        var large = List.of(new Attachment("large.bin", "application/octet-stream", new byte[30_000_000]));

        try (var gateway = open(server.port(), IMPATIENT)) {
            assertThat(gateway.submit(anEmail("Large", "text", large))).isInstanceOf(Unclear.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "MAIL", "RCPT", "DATA"})
    void a_connection_that_ends_before_the_content_is_a_certain_refusal(String step) throws InterruptedException {
        server.answering(step, ScriptedSmtpServer.DROP);

        try (var gateway = open(server.port(), Map.of())) {
            assertThat(gateway.submit(anEmail()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "MAIL", "RCPT", "DATA"})
    void a_server_that_keeps_silent_before_the_content_is_a_certain_refusal(String step) throws InterruptedException {
        server.answering(step, ScriptedSmtpServer.HANG);

        try (var gateway = open(server.port(), IMPATIENT)) {
            assertThat(gateway.submit(anEmail()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE));
        }
    }

    @Test
    void a_server_that_is_down_refuses_for_now_and_fails_the_check() throws InterruptedException, IOException {
        var port = aPortWithoutServer();

        try (var gateway = open(port, Map.of())) {
            assertThat(gateway.submit(anEmail()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE));
            assertThat(gateway.check().outcome()).isEqualTo(CheckResult.Outcome.FAILS);
        }
    }

    @Test
    void a_wrong_password_is_the_accounts_fault_and_is_not_shown() throws InterruptedException {
        server.answering("AUTH", "535 5.7.8 authentication failed");

        try (var gateway = open(server.port(), Map.of("username", "office", "password", "hunter2"))) {
            assertThat(gateway.submit(anEmail())).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT);
                assertThat(refused.toString()).doesNotContain("hunter2");
            });
            assertThat(gateway.check()).satisfies(check -> {
                assertThat(check.outcome()).isEqualTo(CheckResult.Outcome.FAILS);
                assertThat(check.detail()).contains("535 5.7.8").doesNotContain("hunter2");
            });
        }
    }

    @Test
    void a_sign_in_that_is_refused_for_now_is_not_the_accounts_fault() throws InterruptedException {
        server.answering("AUTH", "454 4.7.0 temporary failure");

        try (var gateway = open(server.port(), Map.of("username", "office", "password", "hunter2"))) {
            assertThat(gateway.submit(anEmail()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "ann@",
                "@example.org",
                "ann@example.org\r\nBcc: eve@example.org",
                "Ann <ann@example.org>",
                "ann@example.org, eve@example.org",
                "änn@example.org",
                "a b@example.org"
            })
    void an_address_that_smtp_cannot_carry_is_invalid_and_never_sent(String address) throws InterruptedException {
        try (var gateway = open(server.port(), Map.of())) {
            assertThat(gateway.submit(anEmail("0AAAAAAAAAAAA", address)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.INVALID_RECIPIENT));
        }
        assertThat(server.connections()).isZero();
    }

    @Test
    void an_interrupted_thread_gives_up_at_once() throws InterruptedException {
        server.answering("END", ScriptedSmtpServer.HANG);

        try (var gateway = open(server.port(), Map.of("timeoutSeconds", "60"))) {
            var task = new FutureTask<>(() -> gateway.submit(anEmail()));
            var thread = new Thread(task, "submitter");
            thread.start();
            server.awaitStep("END");
            thread.interrupt();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> task.get(10, TimeUnit.SECONDS))
                    .withCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void closing_ends_what_is_on_its_way_within_five_seconds()
            throws InterruptedException, ExecutionException, TimeoutException {
        server.answering("END", ScriptedSmtpServer.HANG);
        var gateway = open(server.port(), Map.of("timeoutSeconds", "60"));
        var task = new FutureTask<SubmitResult>(() -> gateway.submit(anEmail()));
        new Thread(task, "submitter").start();
        server.awaitStep("END");

        var begun = System.nanoTime();
        gateway.close();
        gateway.close();

        assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(6));
        assertThat(task.get(1, TimeUnit.SECONDS)).isInstanceOf(Unclear.class);
        assertThat(gateway.submit(anEmail())).isInstanceOf(Refused.class);
    }

    @Test
    void a_refused_recipient_does_not_cost_the_connection() throws InterruptedException {
        try (var gateway = open(server.port(), Map.of())) {
            server.answering("RCPT", "550 5.1.1 no such user");
            gateway.submit(anEmail());
            server.answering("RCPT", "250 2.1.5 ok");

            assertThat(gateway.submit(anEmail())).isInstanceOf(Accepted.class);
        }
        assertThat(server.connections()).isOne();
    }

    @Test
    void a_kept_connection_that_the_server_ended_is_replaced_at_once() throws InterruptedException, IOException {
        try (var gateway = open(server.port(), Map.of())) {
            gateway.submit(anEmail());
            server.dropAll();

            assertThat(gateway.submit(anEmail())).isInstanceOf(Accepted.class);
        }
        assertThat(server.contents()).hasSize(2);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void a_message_that_may_have_been_taken_is_never_sent_again_by_itself() throws InterruptedException {
        try (var gateway = open(server.port(), Map.of())) {
            gateway.submit(anEmail());
            server.answering("END", ScriptedSmtpServer.DROP);

            assertThat(gateway.submit(anEmail())).isInstanceOf(Unclear.class);
        }
        assertThat(server.contents()).hasSize(2);
    }

    private static int aPortWithoutServer() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
