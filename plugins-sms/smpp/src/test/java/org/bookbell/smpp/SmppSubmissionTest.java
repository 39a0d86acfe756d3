package org.bookbell.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.smpp.FakeSmppProvider;
import org.bookbell.spi.testkit.smpp.SmppAnswer;
import org.bookbell.spi.testkit.smpp.TakenSms.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppSubmissionTest {

    private static final String LONG = "a".repeat(400);

    private final FakeSmppProvider center = FakeSmppProvider.start();

    @AfterEach
    void stop() {
        center.close();
    }

    @Test
    void a_short_text_is_one_submit_sm_that_asks_for_a_receipt() throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            center.answer(sms -> new SmppAnswer.Taken("10173e26"));

            assertThat(account.submit("Tomorrow at 9")).isEqualTo(SubmitResult.accepted("10173e26", 1));

            var sms = center.taken().get(0);
            assertThat(sms.ascii()).isEqualTo("Tomorrow at 9");
            assertThat(sms.to()).isEqualTo(new Address(1, 1, "12125550123"));
            assertThat(sms.from()).isEqualTo(new Address(0, 0, ""));
            assertThat(sms.registeredDelivery()).isEqualTo(1);
            assertThat(sms.dataCoding()).isZero();
            assertThat(sms.esmClass()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Practice, 5, 0, Practice",
        "Dr Lee-1, 5, 0, Dr Lee-1",
        "12345, 3, 0, 12345",
        "+4915112345678, 1, 1, 4915112345678",
        "49151123456, 1, 1, 49151123456"
    })
    void a_senders_type_and_plan_follow_from_its_kind(String sender, int type, int plan, String characters)
            throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            assertThat(account.submitFrom(sender)).isInstanceOf(Accepted.class);

            assertThat(center.taken())
                    .singleElement()
                    .satisfies(sms -> assertThat(sms.from()).isEqualTo(new Address(type, plan, characters)));
        }
    }

    @Test
    void an_operator_may_say_which_type_and_plan_the_sender_has() throws InterruptedException {
        try (var account = OpenAccount.at(
                center, "sender", "12345", "senderTon", "national", "senderNpi", "private", "serviceType", "CMT")) {
            account.submit("Tomorrow at 9");

            assertThat(center.taken()).singleElement().satisfies(sms -> {
                assertThat(sms.from()).isEqualTo(new Address(2, 9, "12345"));
                assertThat(sms.serviceType()).isEqualTo("CMT");
            });
        }
    }

    @Test
    void a_sender_that_smpp_cannot_carry_is_refused() throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            assertThat(account.submitFrom("Zoë's"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.SENDER_OR_ROUTE));
            assertThat(center.taken()).isEmpty();
        }
    }

    @Test
    void the_validity_travels_as_a_relative_time() throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            account.gateway()
                    .submit(new SmsSubmission(
                            OpenAccount.nextAttempt(),
                            OpenAccount.PHONE,
                            Optional.empty(),
                            "Tomorrow at 9",
                            Duration.ofDays(2).plusHours(3).plusMinutes(4).plusSeconds(5)));

            assertThat(account.gateway().abilities()).contains(Ability.VALIDITY, Ability.RECEIPTS);
            assertThat(center.taken())
                    .singleElement()
                    .satisfies(sms -> assertThat(sms.validityPeriod()).isEqualTo("000002030405000R"));
        }
    }

    @Test
    void what_a_message_center_does_not_offer_is_neither_asked_for_nor_promised() throws InterruptedException {
        try (var account = OpenAccount.at(center, "receipts", "false", "validity", "false", "replies", "true")) {
            account.submit("Tomorrow at 9");

            assertThat(account.gateway().abilities()).containsExactly(Ability.REPLIES);
            assertThat(center.taken()).singleElement().satisfies(sms -> {
                assertThat(sms.registeredDelivery()).isZero();
                assertThat(sms.validityPeriod()).isEmpty();
            });
        }
    }

    @Test
    void what_the_default_alphabet_lacks_goes_as_ucs_2() throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            account.submit("[10€] Zoë");

            assertThat(center.taken()).singleElement().satisfies(sms -> {
                assertThat(sms.dataCoding()).isEqualTo(8);
                assertThat(new String(sms.shortMessage(), StandardCharsets.UTF_16BE))
                        .isEqualTo("[10€] Zoë");
            });
        }
    }

    @Test
    void a_long_text_is_joined_by_a_header_in_each_part() throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            assertThat(account.submit(LONG))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(accepted.segments())
                                    .contains(SmsText.of(LONG).segments()));

            var parts = center.taken();
            assertThat(parts).hasSize(3).allSatisfy(part -> {
                assertThat(part.esmClass()).isEqualTo(0x40);
                assertThat(part.registeredDelivery()).isEqualTo(1);
                assertThat(part.shortMessage()).startsWith(5, 0, 3, part.shortMessage()[3], 3);
            });
            assertThat(parts).extracting(part -> (int) part.shortMessage()[5]).containsExactly(1, 2, 3);
        }
    }

    @Test
    void a_long_text_may_be_marked_by_tlvs() throws InterruptedException {
        try (var account = OpenAccount.at(center, "longMessages", "sar")) {
            account.submit(LONG);

            assertThat(center.taken()).hasSize(3).allSatisfy(part -> {
                assertThat(part.esmClass()).isZero();
                assertThat(part.parameter(0x020C)).isPresent();
                assertThat(part.parameter(0x020E)).contains(new byte[] {3});
            });
            assertThat(center.taken())
                    .extracting(part -> (int) part.parameter(0x020F).orElseThrow()[0])
                    .containsExactly(1, 2, 3);
        }
    }

    @Test
    void a_long_text_may_be_left_to_the_message_center_to_cut() throws InterruptedException {
        try (var account = OpenAccount.at(center, "longMessages", "payload")) {
            assertThat(account.submit(LONG))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(accepted.segments()).isEmpty());

            assertThat(center.taken()).singleElement().satisfies(sms -> {
                assertThat(sms.shortMessage()).isEmpty();
                assertThat(sms.parameter(0x0424)).contains(LONG.getBytes(StandardCharsets.US_ASCII));
            });
        }
    }

    @Test
    void the_id_of_a_long_message_is_that_of_its_last_part() throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            var ids = List.of("a1", "b2", "c3").iterator();
            center.answer(sms -> new SmppAnswer.Taken(ids.next()));

            assertThat(account.submit(LONG)).isEqualTo(SubmitResult.accepted("c3", 3));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x0B, INVALID_RECIPIENT, 0x0000000B",
        "0x0A, SENDER_OR_ROUTE, 0x0000000A",
        "0x01, CONTENT, 0x00000001",
        "0x58, THROTTLED, 0x00000058",
        "0x14, UNAVAILABLE, 0x00000014",
        "0x08, UNAVAILABLE, 0x00000008",
        "0x45, OTHER, 0x00000045",
        "0x0D, ACCOUNT, 0x0000000D",
        "0x0F, ACCOUNT, 0x0000000F",
        "0x040B, OTHER, 0x0000040B"
    })
    void a_refusal_has_the_reason_that_its_command_status_gives(String status, RefusalReason reason, String code)
            throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            center.answer(sms -> new SmppAnswer.Refused(Integer.decode(status)));

            assertThat(account.submit("Tomorrow at 9")).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(reason);
                assertThat(refused.code()).isEqualTo(code);
            });
        }
    }

    @Test
    void a_generic_nack_is_a_refusal() throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            center.answer(sms -> new SmppAnswer.Nack(0x02));

            assertThat(account.submit("Tomorrow at 9")).isInstanceOf(Refused.class);
        }
    }

    @Test
    void a_long_message_whose_first_part_is_refused_is_refused_and_nothing_else_is_sent() throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            center.answer(sms -> new SmppAnswer.Refused(0x0B));

            assertThat(account.submit(LONG)).isInstanceOf(Refused.class);
            assertThat(center.taken()).hasSize(1);
        }
    }

    @Test
    void a_long_message_of_which_a_later_part_is_refused_is_unclear_and_then_reported_as_undelivered()
            throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            var count = new AtomicInteger();
            center.answer(sms -> count.incrementAndGet() == 2
                    ? new SmppAnswer.Refused(0x08)
                    : new SmppAnswer.Taken(center.nextId()));
            var attempt = OpenAccount.nextAttempt();

            assertThat(account.submit(attempt, LONG))
                    .isInstanceOfSatisfying(
                            Unclear.class,
                            unclear -> assertThat(unclear.detail()).startsWith("Part 2 of 3: "));

            assertThat(center.taken()).hasSize(2);
            assertThat(account.awaitReceipts(1)).singleElement().satisfies(receipt -> {
                assertThat(receipt.attemptId()).contains(attempt);
                assertThat(receipt.state()).isEqualTo(State.UNDELIVERED);
                assertThat(receipt.reason()).contains(RefusalReason.UNAVAILABLE);
            });
        }
    }

    @Test
    void a_later_part_that_is_throttled_is_offered_again() throws InterruptedException {
        try (var account = OpenAccount.at(center, "responseTimeoutSeconds", "60")) {
            var count = new AtomicInteger();
            center.answer(sms -> count.incrementAndGet() == 2
                    ? new SmppAnswer.Refused(0x58)
                    : new SmppAnswer.Taken(center.nextId()));

            assertThat(account.submit(LONG)).isInstanceOf(Accepted.class);
            assertThat(center.taken()).hasSize(4);
        }
    }

    @Test
    void a_message_that_was_taken_without_an_id_is_accepted() throws InterruptedException {
        try (var account = OpenAccount.at(center)) {
            center.answer(sms -> new SmppAnswer.Taken(""));

            assertThat(account.submit("Tomorrow at 9"))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(accepted.providerMessageId()).isEmpty());
        }
    }
}
