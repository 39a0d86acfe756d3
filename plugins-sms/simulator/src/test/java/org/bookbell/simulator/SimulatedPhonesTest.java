package org.bookbell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Outbox;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SimulatedPhonesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SimulatedPhones phones = new SimulatedPhones();
    private final RecordedReceipts receipts = new RecordedReceipts();

    @Test
    void a_delivered_message_shows_on_the_phone_and_its_receipt_names_it() throws InterruptedException {
        try (var gateway = open(Map.of("receiptAfterSeconds", "0"))) {
            var accepted = (Accepted) gateway.submit(anSms("Tomorrow at 9"));
            var receipt = receipts.next();

            assertThat(receipt.state()).isEqualTo(Receipt.State.DELIVERED);
            assertThat(receipt.providerMessageId()).isEqualTo(accepted.providerMessageId());
            assertThat(receipt.occurredAt()).contains(NOON);
            assertThat(accepted.segments()).contains(1);
        }
        assertThat(phones.list(10))
                .containsExactly(new Outbox.Entry(
                        "phones", "+12125550123", "phones", "", "Tomorrow at 9", NOON, Receipt.State.DELIVERED));
    }

    @Test
    void a_long_message_tells_its_segments() throws InterruptedException {
        try (var gateway = open(Map.of())) {
            assertThat(gateway.submit(anSms("ж".repeat(71))))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(accepted.segments()).contains(2));
        }
    }

    @Test
    void a_refusing_account_takes_nothing_and_says_why() throws InterruptedException {
        try (var gateway = open(Map.of("behavior", "refuse", "refusalReason", "ACCOUNT"))) {
            var result = gateway.submit(anSms("Tomorrow at 9"));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT));
            assertThat(gateway.check().outcome()).isEqualTo(CheckResult.Outcome.FAILS);
        }
        assertThat(phones.list(10)).isEmpty();
    }

    @Test
    void a_banned_account_refuses_as_blocked_unless_told_otherwise() throws InterruptedException {
        try (var gateway = open(Map.of("behavior", "refuse"))) {
            assertThat(gateway.submit(anSms("Tomorrow at 9")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.BLOCKED));
        }
    }

    @Test
    void an_account_out_of_order_refuses_for_now() throws InterruptedException {
        try (var gateway = open(Map.of("behavior", "refuseForNow"))) {
            assertThat(gateway.submit(anSms("Tomorrow at 9")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.isTransient()).isTrue());
        }
    }

    @Test
    void an_undelivered_message_is_reported_as_such() throws InterruptedException {
        try (var gateway = open(Map.of("behavior", "undelivered", "receiptAfterSeconds", "0"))) {
            gateway.submit(anSms("Tomorrow at 9"));

            assertThat(receipts.next().state()).isEqualTo(Receipt.State.UNDELIVERED);
        }
    }

    @Test
    void a_message_that_is_never_delivered_is_never_reported() throws InterruptedException {
        try (var gateway = open(Map.of("behavior", "acceptAndNeverDeliver", "receiptAfterSeconds", "0"))) {
            assertThat(gateway.submit(anSms("Tomorrow at 9"))).isInstanceOf(Accepted.class);
        }
        try (var gateway = open(Map.of("receiptAfterSeconds", "0"))) {
            gateway.submit(anSms("A later one"));
            receipts.next();
        }

        assertThat(receipts.isEmpty()).isTrue();
        assertThat(phones.list(10))
                .extracting(Outbox.Entry::state)
                .containsExactly(Receipt.State.DELIVERED, Receipt.State.BUFFERED);
    }

    @Test
    void a_late_answer_comes_after_the_message_was_taken()
            throws InterruptedException, ExecutionException, TimeoutException {
        var gateway = open(Map.of("behavior", "answerLate", "answerAfterMillis", "60000"));
        var answer = submitAside(gateway);
        awaitMessages(1);
        assertThat(answer.isDone()).isFalse();

        gateway.close();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Unclear.class);
    }

    @Test
    void a_late_answer_comes_when_its_time_is_over() throws InterruptedException {
        try (var gateway = open(Map.of("behavior", "answerLate", "answerAfterMillis", "1"))) {
            assertThat(gateway.submit(anSms("Tomorrow at 9"))).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void a_message_whose_way_is_longer_than_its_validity_expires() throws InterruptedException {
        try (var gateway = open(Map.of("behavior", "delay", "delaySeconds", "3600"))) {
            gateway.submit(new SmsSubmission(
                    "0AAAAAAAAAAAA", "+12125550123", Optional.of("Practice"), "At 9", Duration.ofSeconds(1)));
            var receipt = receipts.next();

            assertThat(receipt.state()).isEqualTo(Receipt.State.UNDELIVERED);
            assertThat(receipt.code()).contains("expired");
        }
    }

    @Test
    void what_was_not_reported_before_an_account_closed_is_reported_after_it_opened_again()
            throws InterruptedException {
        try (var gateway = open(Map.of("receiptAfterSeconds", "3600"))) {
            gateway.submit(anSms("Tomorrow at 9"));
        }
        assertThat(receipts.isEmpty()).isTrue();

        try (var gateway = openAt(NOON.plusSeconds(3600), Map.of())) {
            assertThat(receipts.next().state()).isEqualTo(Receipt.State.DELIVERED);
            assertThat(gateway.check().outcome()).isEqualTo(CheckResult.Outcome.WORKS);
        }
    }

    @Test
    void a_receipt_that_could_not_be_stored_is_reported_again() throws InterruptedException {
        receipts.failNext();
        try (var gateway = open(Map.of("receiptAfterSeconds", "0"))) {
            gateway.submit(anSms("Tomorrow at 9"));

            assertThat(receipts.next().state()).isEqualTo(Receipt.State.DELIVERED);
        }
    }

    @Test
    void a_closed_account_refuses() throws InterruptedException {
        var gateway = open(Map.of());
        gateway.close();
        gateway.close();

        assertThat(gateway.submit(anSms("Tomorrow at 9"))).isInstanceOf(Refused.class);
    }

    @Test
    void the_last_thousand_messages_are_kept_newest_first() throws InterruptedException {
        try (var gateway = open(Map.of("behavior", "acceptAndNeverDeliver"))) {
            for (var i = 1; i <= 1_001; i++) {
                gateway.submit(anSms("message " + i));
            }
        }

        assertThat(phones.list(5_000)).hasSize(1_000);
        assertThat(phones.list(2)).extracting(Outbox.Entry::text).containsExactly("message 1001", "message 1000");
        assertThat(phones.list(-1)).isEmpty();
    }

    @Test
    void wrong_settings_are_told_at_once() {
        assertThat(phones.validate(Settings.of(Map.of("behavior", "explode", "delaySeconds", "soon"))))
                .hasSize(2);
    }

    private SmsGateway open(Map<String, String> settings) {
        return openAt(NOON, settings);
    }

    private SmsGateway openAt(Instant now, Map<String, String> settings) {
        return phones.open(
                new GatewayContext("phones", Settings.of(settings), Clock.fixed(now, ZoneOffset.UTC), receipts));
    }

    private static FutureTask<SubmitResult> submitAside(SmsGateway gateway) {
        var task = new FutureTask<>(() -> gateway.submit(anSms("Tomorrow at 9")));
        new Thread(task, "submitter").start();
        return task;
    }

    private void awaitMessages(int count) {
        while (phones.list(count).size() < count) {
            Thread.onSpinWait();
        }
    }

    private static SmsSubmission anSms(String text) {
        return new SmsSubmission("0AAAAAAAAAAAA", "+12125550123", Optional.empty(), text, Duration.ofHours(1));
    }
}
