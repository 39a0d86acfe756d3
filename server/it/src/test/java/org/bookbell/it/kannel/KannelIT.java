package org.bookbell.it.kannel;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SmsText;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin, a real Kannel with the documented configuration, and an SMS center at the far end. */
@SuppressWarnings("NullAway.Init")
class KannelIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String DELIVERED = "01";

    private static SmsCenter center;
    private static Hook hook;
    private static Kannel kannel;
    private static SmsGateway gateway;

    @BeforeAll
    static void connect() {
        center = SmsCenter.start();
        hook = new Hook();
        kannel = Kannel.start(hook.address(), configuration -> configuration.connectedWith(center));
        gateway = hook.open(kannel.settings(Map.of("replies", "true")));
        await("Kannel at the SMS center").atMost(PATIENCE).until(center::isBound);
    }

    @AfterAll
    static void stop() {
        if (kannel != null) {
            kannel.close();
        }
        if (hook != null) {
            hook.close();
        }
        if (center != null) {
            center.close();
        }
    }

    @Test
    void a_message_arrives_as_it_was_submitted() throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9,\n20 €. See you!", DELIVERED);

        assertThat(gateway.submit(sms)).isEqualTo(new Accepted(Optional.empty(), Optional.empty()));

        assertThat(Attempts.awaitParts(center, sms, 1)).singleElement().satisfies(part -> {
            assertThat(part.text()).isEqualTo(sms.text());
            assertThat(part.coding()).isZero();
            assertThat(part.header()).isEmpty();
            assertThat(part.from()).isEqualTo("Salon");
            assertThat(part.to()).isEqualTo(sms.to().substring(1));
            assertThat(part.isInternational()).isTrue();
        });
    }

    @Test
    void every_character_of_the_gsm_alphabet_arrives() throws InterruptedException {
        var sms = Attempts.of(GsmAlphabet.all(), DELIVERED);

        gateway.submit(sms);

        assertThat(Attempts.awaitParts(center, sms, 1)).singleElement().satisfies(part -> {
            assertThat(part.coding()).isZero();
            assertThat(part.text()).isEqualTo(sms.text());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë, demain à 9 h ç", "明日9時です", "غدًا", "😀 See you", "a\u200bb"})
    void any_other_character_arrives_in_ucs_2(String text) throws InterruptedException {
        var sms = Attempts.of(text, DELIVERED);

        gateway.submit(sms);

        assertThat(Attempts.awaitParts(center, sms, 1)).singleElement().satisfies(part -> {
            assertThat(part.coding()).isEqualTo(8);
            assertThat(part.text()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @CsvSource({"a, 200", "é, 200", "€, 100", "ж, 100", "明, 200", "a, 1600", "ж, 1600"})
    void a_long_text_arrives_in_joined_parts_and_has_one_receipt(String character, int length)
            throws InterruptedException {
        var sms = Attempts.of(character.repeat(length), DELIVERED);
        var count = SmsText.of(sms.text()).segments();

        gateway.submit(sms);

        var parts = Attempts.awaitParts(center, sms, count);
        assertThat(parts).hasSize(count).allSatisfy(part -> {
            assertThat(part.header())
                    .hasSize(6)
                    .startsWith(5, 0, 3, parts.get(0).header()[3], count);
        });
        assertThat(parts).extracting(part -> (int) part.header()[5]).doesNotHaveDuplicates();
        assertThat(parts.stream().map(SubmittedPart::text).collect(Collectors.joining()))
                .isEqualTo(sms.text());
        assertThat(hook.awaitReceipts(sms.attemptId(), 2))
                .extracting(Receipt::state)
                .containsExactlyInAnyOrder(State.BUFFERED, State.DELIVERED);
    }

    @Test
    void the_sms_center_is_told_until_when_the_message_is_useful() throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9", DELIVERED);
        var before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        gateway.submit(sms);

        var validity = Attempts.awaitParts(center, sms, 1).get(0).validity();
        assertThat(validity)
                .isBetween(before.plus(sms.validity()), Instant.now().plus(sms.validity()));
    }

    @ParameterizedTest
    @CsvSource({
        "01, DELIVERED, , ",
        "02, UNDELIVERED, UNDELIV 00b, ",
        "03, UNDELIVERED, REJECTD 045, ",
        "04, UNDELIVERED, EXPIRED 001, RECIPIENT_UNREACHABLE",
        "05, BUFFERED, BUFFRED 006, RECIPIENT_UNREACHABLE",
        "07, UNKNOWN, UNKNOWN 000, "
    })
    void what_the_sms_center_reports_is_heard_beside_that_it_took_the_message(
            String fate, State state, String code, RefusalReason reason) throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9", fate);

        assertThat(gateway.submit(sms)).isInstanceOf(Accepted.class);

        var id = Attempts.awaitParts(center, sms, 1).get(0).id();
        var receipts = hook.awaitReceipts(sms.attemptId(), 2);
        assertThat(receipts).allSatisfy(receipt -> {
            assertThat(receipt.raw()).contains("smsc=carrier id=" + id).doesNotContain("Tomorrow");
            assertThat(receipt.occurredAt()).isPresent();
        });
        assertThat(receipts)
                .filteredOn(receipt -> receipt.raw().startsWith("type=8 "))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.state()).isEqualTo(State.BUFFERED));
        assertThat(receipts)
                .filteredOn(receipt -> !receipt.raw().startsWith("type=8 "))
                .singleElement()
                .satisfies(receipt -> {
                    assertThat(receipt.state()).isEqualTo(state);
                    assertThat(receipt.code()).isEqualTo(Optional.ofNullable(code));
                    assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
                });
    }

    /** Kannel has answered 202 before the SMS center says no; throttled messages it tries again by itself. */
    @ParameterizedTest
    @CsvSource({"11, 0x0000000b, INVALID_RECIPIENT", "45, 0x00000045, ", "58, Retries Exceeded, UNAVAILABLE"})
    void what_the_sms_center_refuses_is_heard_after_it_was_accepted(String fate, String code, RefusalReason reason)
            throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9", fate);

        assertThat(gateway.submit(sms)).isInstanceOf(Accepted.class);

        assertThat(hook.awaitReceipts(sms.attemptId(), 1)).singleElement().satisfies(receipt -> {
            assertThat(receipt.state()).isEqualTo(State.UNDELIVERED);
            assertThat(receipt.code()).contains(code);
            assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
        });
    }

    @Test
    void many_receipts_in_any_order_name_the_attempt_they_are_about() throws InterruptedException {
        var all = List.of("01", "02", "01", "02", "01", "02", "01", "02", "01", "02").stream()
                .map(fate -> Attempts.of("Tomorrow at 9", fate))
                .toList();
        for (var sms : all) {
            gateway.submit(sms);
        }

        assertThat(all)
                .allSatisfy(sms -> assertThat(hook.awaitReceipts(sms.attemptId(), 2))
                        .extracting(Receipt::state)
                        .containsExactlyInAnyOrder(
                                State.BUFFERED, sms.to().endsWith(DELIVERED) ? State.DELIVERED : State.UNDELIVERED));
    }

    @Test
    void a_phones_answer_arrives() {
        center.sendFromPhone("15550000001", "Practice", 0, GsmAlphabet.encode("C à bientôt? Ñ+&%".replace('ô', 'o')));

        var reply = hook.awaitReply("+15550000001");

        assertThat(reply.text()).isEqualTo("C à bientot? Ñ+&%");
        assertThat(reply.to()).contains("Practice");
        assertThat(reply.providerMessageId()).isPresent();
        assertThat(reply.occurredAt()).isPresent();
    }

    @Test
    void a_phones_answer_in_ucs_2_arrives() {
        center.sendFromPhone("15550000002", "Practice", 8, "明日は無理です 😀 A".getBytes(UTF_16BE));

        assertThat(hook.awaitReply("+15550000002").text()).isEqualTo("明日は無理です 😀 A");
    }

    @Test
    void a_wrong_password_is_a_fault_of_the_account() throws InterruptedException {
        var settings = kannel.settings(Map.of("password", "wrong"));
        try (var other = new Hook()) {
            assertThat(other.open(settings).submit(Attempts.of("Tomorrow at 9", DELIVERED)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT));
        }
    }

    @Test
    void the_check_tells_that_the_sms_center_is_connected() {
        assertThat(gateway.check()).isEqualTo(CheckResult.works("1 of 1 connections to SMS centers is online."));
    }

    @Test
    void the_check_tells_what_is_wrong() {
        try (var one = new Hook();
                var another = new Hook()) {
            assertThat(one.open(kannel.settings(Map.of("statusPassword", "wrong")))
                            .check())
                    .isEqualTo(CheckResult.fails("The status page of Kannel refuses the password."));
            assertThat(another.open(kannel.settings(Map.of("smsc", "nobody"))).check())
                    .isEqualTo(CheckResult.fails("0 of 0 connections to nobody are online."));
        }
    }

    @Test
    void kannel_calls_nothing_but_the_address_it_was_given() throws InterruptedException {
        SmsSubmission sms = Attempts.of("Tomorrow at 9", DELIVERED);
        gateway.submit(sms);
        hook.awaitReceipts(sms.attemptId(), 2);

        assertThat(hook.strange()).isEmpty();
    }
}
