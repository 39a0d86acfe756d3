package org.bookbell.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bookbell.spi.gateway.CheckResult.Outcome;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.Heard;
import org.bookbell.spi.testkit.ServerKeys;
import org.bookbell.spi.testkit.smpp.FakeSmppProvider;
import org.bookbell.spi.testkit.smpp.SmppAnswer;
import org.bookbell.spi.testkit.smpp.SmppDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmppConnectionTest {

    private static final Duration PATIENCE = OpenAccount.PATIENCE;

    private final FakeSmppProvider center = FakeSmppProvider.start();

    @AfterEach
    void stop() {
        center.close();
    }

    @Test
    void an_account_whose_message_center_is_down_opens_at_once_and_refuses_for_now() throws InterruptedException {
        center.close();
        try (var account = OpenAccount.at(center)) {
            assertThat(account.submit("Tomorrow at 9")).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE);
                assertThat(refused.isTransient()).isTrue();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0D, 0x0E, 0x0F})
    void a_bind_that_is_refused_is_a_fault_of_the_account(int status) throws InterruptedException {
        center.refuseBinds(status);
        try (var account = OpenAccount.at(center)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(account.submit("Tomorrow at 9"))
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT)));
            assertThat(account.gateway().check().outcome()).isEqualTo(Outcome.FAILS);
        }
    }

    @Test
    void an_account_that_was_refused_is_bound_once_the_fault_is_gone() {
        center.refuseBinds(0x0F);
        try (var account = OpenAccount.at(center)) {
            await().atMost(PATIENCE).until(() -> center.triesToBind() > 0);
            center.refuseBinds(0);

            await().atMost(PATIENCE).until(() -> account.submit("Tomorrow at 9") instanceof Accepted);
            assertThat(account.gateway().check().outcome()).isEqualTo(Outcome.WORKS);
        }
    }

    @Test
    void a_bind_that_nobody_answers_is_given_up_and_tried_again() {
        center.ignoreBinds();
        try (var account = OpenAccount.at(center, "bindTimeoutSeconds", "1")) {
            await().atMost(PATIENCE).until(() -> center.triesToBind() > 1);

            assertThat(account.gateway().check().detail()).contains("did not answer within 1000 ms");
        }
    }

    @Test
    void lost_connections_come_back_by_themselves() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center, "binds", "3")) {
            await().atMost(PATIENCE).until(() -> center.binds() == 3);
            center.breakConnections();

            await().atMost(PATIENCE).until(() -> center.binds() == 3);
            assertThat(account.submit("Tomorrow at 9")).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void a_bind_that_the_message_center_ends_comes_back() {
        try (var account = OpenAccount.boundTo(center)) {
            center.unbind();

            await().atMost(PATIENCE).until(() -> center.triesToBind() == 2 && center.binds() == 1);
            assertThat(account.gateway().check().outcome()).isEqualTo(Outcome.WORKS);
        }
    }

    @Test
    void a_message_that_nobody_answers_is_unclear_after_the_time_out() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center, "responseTimeoutSeconds", "1")) {
            center.answer(sms -> new SmppAnswer.Never());

            assertThat(account.submit("Tomorrow at 9")).isInstanceOf(Unclear.class);
            assertThat(center.taken()).hasSize(1);
        }
    }

    @Test
    void a_message_whose_connection_breaks_before_its_answer_is_unclear_at_once() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center, "responseTimeoutSeconds", "60")) {
            center.answer(sms -> new SmppAnswer.BreakOff());

            assertThat(account.submit("Tomorrow at 9"))
                    .isInstanceOfSatisfying(
                            Unclear.class,
                            unclear -> assertThat(unclear.detail()).contains("connection"));
        }
    }

    @Test
    void an_answer_that_comes_too_late_lets_receipts_say_what_became_of_the_attempt() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center, "responseTimeoutSeconds", "1", "messageIds", "same")) {
            center.answer(sms -> new SmppAnswer.After(Duration.ofMillis(1_500), new SmppAnswer.Taken("late-1")));
            var attempt = OpenAccount.nextAttempt();
            assertThat(account.submit(attempt, "Tomorrow at 9")).isInstanceOf(Unclear.class);

            await().atMost(PATIENCE).untilAsserted(() -> {
                center.bring(SmppDelivery.receipt("late-1", "DELIVRD"));
                assertThat(account.heard().receipts())
                        .last()
                        .satisfies(receipt -> assertThat(receipt.attemptId()).contains(attempt));
            });
        }
    }

    @Test
    void a_refusal_that_comes_too_late_is_reported() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center, "responseTimeoutSeconds", "1")) {
            center.answer(sms -> new SmppAnswer.After(Duration.ofMillis(1_500), new SmppAnswer.Refused(0x0B)));
            var attempt = OpenAccount.nextAttempt();
            assertThat(account.submit(attempt, "Tomorrow at 9")).isInstanceOf(Unclear.class);

            assertThat(account.awaitReceipts(1)).singleElement().satisfies(receipt -> {
                assertThat(receipt.attemptId()).contains(attempt);
                assertThat(receipt.state()).isEqualTo(State.UNDELIVERED);
                assertThat(receipt.reason()).contains(RefusalReason.INVALID_RECIPIENT);
            });
        }
    }

    @Test
    void no_more_messages_wait_for_answers_than_the_window_holds() {
        try (var account = OpenAccount.boundTo(center, "window", "3", "responseTimeoutSeconds", "60")) {
            center.answer(sms -> new SmppAnswer.Never());
            var waiting = IntStream.range(0, 3)
                    .mapToObj(number -> account.submitAside("Number " + number))
                    .toList();
            await().atMost(PATIENCE).until(() -> center.taken().size() == 3);

            assertThat(account.submitAside("Number 4").join())
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.code()).isEqualTo("busy"));
            assertThat(center.taken()).hasSize(3);
            center.breakConnections();
            assertThat(waiting).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Unclear.class));
        }
    }

    @Test
    void a_place_in_the_window_is_free_again_after_the_answer() {
        try (var account = OpenAccount.boundTo(center, "window", "1")) {
            center.answer(sms -> new SmppAnswer.After(Duration.ofMillis(20), new SmppAnswer.Taken(center.nextId())));
            var results =
                    IntStream.range(0, 10).mapToObj(number -> account.submitAside("Number " + number)).toList().stream()
                            .map(CompletableFuture::join)
                            .toList();

            assertThat(results).allSatisfy(result -> assertThat(result).isInstanceOf(Accepted.class));
        }
    }

    @Test
    void messages_are_spread_over_all_binds() throws InterruptedException {
        try (var account = OpenAccount.at(center, "binds", "4", "window", "1", "responseTimeoutSeconds", "60")) {
            await().atMost(PATIENCE).until(() -> center.binds() == 4);
            center.answer(sms -> new SmppAnswer.Never());
            IntStream.range(0, 4).forEach(number -> account.submitAside("Number " + number));

            await().atMost(PATIENCE).until(() -> center.taken().size() == 4);
            assertThat(center.taken()).extracting(sms -> sms.bind()).doesNotHaveDuplicates();
            center.breakConnections();
        }
    }

    @Test
    void what_would_exceed_the_messages_per_second_is_refused_as_throttled() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center, "messagesPerSecond", "1", "window", "50")) {
            account.submit("Number 0");
            var results =
                    IntStream.range(1, 9).mapToObj(number -> account.submitAside("Number " + number)).toList().stream()
                            .map(CompletableFuture::join)
                            .toList();

            assertThat(results)
                    .filteredOn(Refused.class::isInstance)
                    .isNotEmpty()
                    .allSatisfy(
                            result -> assertThat(((Refused) result).reason()).isEqualTo(RefusalReason.THROTTLED));
            assertThat(center.taken())
                    .hasSize(1
                            + (int) results.stream()
                                    .filter(Accepted.class::isInstance)
                                    .count());
        }
    }

    @Test
    void a_message_center_that_answers_no_enquiry_is_left_and_bound_anew() {
        center.ignoreEnquiries();
        try (var account = OpenAccount.boundTo(center, "enquireLinkSeconds", "5", "responseTimeoutSeconds", "1")) {
            await().atMost(PATIENCE).until(() -> center.triesToBind() >= 2);

            assertThat(account.heard().receipts()).isEmpty();
        }
    }

    @Test
    void transmitter_and_receiver_are_two_binds() throws InterruptedException {
        try (var account = OpenAccount.at(center, "bindAs", "transmitterAndReceiver")) {
            await().atMost(PATIENCE).until(() -> center.binds() == 2);
            var result = account.submit("Tomorrow at 9");

            var id = ((Accepted) result).providerMessageId().orElseThrow();
            assertThat(center.bring(SmppDelivery.receipt(id, "DELIVRD"))).isZero();
            assertThat(account.awaitReceipts(1))
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt.state()).isEqualTo(State.DELIVERED));
            assertThat(account.gateway().check().outcome()).isEqualTo(Outcome.WORKS);
        }
    }

    @Test
    void what_is_no_smpp_ends_the_connection_and_nothing_else() {
        try (var account = OpenAccount.boundTo(center)) {
            center.babble("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            await().atMost(PATIENCE).until(() -> center.triesToBind() == 2);
            await().atMost(PATIENCE).until(() -> account.submit("Tomorrow at 9") instanceof Accepted);
        }
    }

    @Test
    void a_deliver_sm_that_cannot_be_read_is_refused_for_good_and_the_bind_stays() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center)) {
            center.babble(ByteBuffer.allocate(17)
                    .putInt(17)
                    .putInt(0x05)
                    .putInt(0)
                    .putInt(77)
                    .array());

            assertThat(account.submit("Tomorrow at 9")).isInstanceOf(Accepted.class);
            assertThat(center.triesToBind()).isEqualTo(1);
        }
    }

    @Test
    void an_unknown_command_is_answered_and_the_bind_stays() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center)) {
            center.babble(ByteBuffer.allocate(16)
                    .putInt(16)
                    .putInt(0x0777)
                    .putInt(0)
                    .putInt(78)
                    .array());

            assertThat(account.submit("Tomorrow at 9")).isInstanceOf(Accepted.class);
            assertThat(center.triesToBind()).isEqualTo(1);
        }
    }

    @Test
    void a_message_center_that_accepts_connections_and_says_nothing_holds_up_nobody()
            throws IOException, InterruptedException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var account = OpenAccount.at(new SmppProvider(), silent.getLocalPort(), new Heard())) {
            var begun = System.nanoTime();

            assertThat(account.submit("Tomorrow at 9")).isInstanceOf(Refused.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void closing_unbinds_and_leaves_no_thread_behind() throws InterruptedException {
        var before = new HashSet<>(Thread.getAllStackTraces().keySet());
        var account = OpenAccount.boundTo(center, "binds", "2", "bindAs", "transmitterAndReceiver");
        await().atMost(PATIENCE).until(() -> center.binds() == 4);
        account.submit("a".repeat(400));
        center.bring(SmppDelivery.receipt("1", "DELIVRD"));

        var begun = System.nanoTime();
        account.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
        await().atMost(PATIENCE).until(() -> center.unbinds() == 4);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(thread -> !before.contains(thread))
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("smpp-") || name.startsWith("pool-")));
    }

    @Test
    void closing_does_not_wait_for_a_message_center_that_answers_nothing() {
        var account = OpenAccount.boundTo(center, "responseTimeoutSeconds", "60");
        center.answer(sms -> new SmppAnswer.Never());
        var waiting = account.submitAside("Tomorrow at 9");
        await().atMost(PATIENCE).until(() -> center.taken().size() == 1);

        var begun = System.nanoTime();
        account.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));
        assertThat(waiting.join()).isInstanceOf(Unclear.class);
    }

    @Test
    void a_message_on_its_way_is_answered_while_the_account_closes() {
        var account = OpenAccount.boundTo(center);
        center.answer(sms -> new SmppAnswer.After(Duration.ofMillis(200), new SmppAnswer.Taken("1")));
        var waiting = account.submitAside("Tomorrow at 9");
        await().atMost(PATIENCE).until(() -> center.taken().size() == 1);

        account.close();

        assertThat(waiting.join()).isEqualTo(SubmitResult.accepted("1", 1));
    }

    @Test
    void an_encrypted_message_center_is_trusted_by_its_certificate(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        var keys = ServerKeys.of(folder, "IP:127.0.0.1");
        try (var encrypted = FakeSmppProvider.start(keys.server().getServerSocketFactory(), 0);
                var account = OpenAccount.at(encrypted, "security", "tls", "trustedCertificate", keys.certificate())) {
            await().atMost(PATIENCE).until(() -> account.submit("Tomorrow at 9") instanceof Accepted);

            assertThat(account.gateway().check().outcome()).isEqualTo(Outcome.WORKS);
        }
    }

    @Test
    void a_certificate_for_another_host_is_not_trusted(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        var keys = ServerKeys.of(folder, "DNS:other.example.org");
        try (var encrypted = FakeSmppProvider.start(keys.server().getServerSocketFactory(), 0);
                var account = OpenAccount.at(encrypted, "security", "tls", "trustedCertificate", keys.certificate())) {
            assertThat(account.gateway().check().detail()).contains("certificate is not trusted");
            assertThat(encrypted.triesToBind()).isZero();
        }
    }

    @Test
    void a_check_says_how_many_binds_there_are() {
        try (var account = OpenAccount.boundTo(center, "binds", "2")) {
            await().atMost(PATIENCE).until(() -> center.binds() == 2);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(account.gateway().check().detail())
                            .isEqualTo(
                                    "Bound to 127.0.0.1:" + center.port() + ", 2 of 2; it answers an enquire_link."));
        }
    }

    @Test
    void a_check_fails_where_no_enquiry_is_answered() {
        center.ignoreEnquiries();
        try (var account = OpenAccount.boundTo(center, "responseTimeoutSeconds", "1")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(account.gateway().check().detail()).contains("does not answer an enquire_link"));
        }
    }
}
