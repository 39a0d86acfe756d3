package org.bookbell.it.kannel;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bookbell.it.database.FreePort;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugin and Kannel's own fakes of SMS center and phone, which let every message arrive. */
@SuppressWarnings("NullAway.Init")
class KannelPhoneIT {

    private static final String ANY = "00";

    private final int port = FreePort.find();
    private Hook hook;
    private Kannel kannel;
    private SmsGateway gateway;

    @BeforeEach
    void start() {
        hook = new Hook();
        kannel = Kannel.start(hook.address(), configuration -> configuration.withFakeSmsc(port));
        gateway = hook.open(kannel.settings(Map.of("sender", "Practice", "replies", "true")));
    }

    @AfterEach
    void stop() {
        if (kannel != null) {
            kannel.close();
        }
        hook.close();
    }

    @Test
    void a_message_reaches_the_phone_and_is_reported_in_any_order() throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9, 20 €", ANY);
        try (var phone = FakePhone.connect(port)) {
            gateway.submit(sms);

            assertThat(phone.awaitMessages(sms.to(), 1))
                    .containsExactly("Salon " + sms.to() + " text Tomorrow at 9, 20 €");
            assertThat(hook.awaitReceipts(sms.attemptId(), 2))
                    .extracting(Receipt::state)
                    .containsExactlyInAnyOrder(State.BUFFERED, State.DELIVERED);
        }
    }

    @Test
    void a_text_in_ucs_2_reaches_the_phone() throws InterruptedException {
        var sms = Attempts.of("明日9時です", ANY);
        try (var phone = FakePhone.connect(port)) {
            gateway.submit(sms);

            var message = phone.awaitMessages(sms.to(), 1).get(0);
            assertThat(message).contains(" ucs-2 ");
            assertThat(FakePhone.decoded(message, UTF_16BE)).isEqualTo(sms.text());
        }
    }

    @Test
    void a_text_of_200_characters_reaches_the_phone_in_two_parts_and_is_reported_once() throws InterruptedException {
        var sms = Attempts.of("a".repeat(200), ANY);
        try (var phone = FakePhone.connect(port)) {
            gateway.submit(sms);

            var parts = phone.awaitMessages(sms.to(), 2);
            assertThat(parts).hasSize(2).allMatch(part -> part.contains(" udh %05%00%03"));
            assertThat(parts.stream()
                            .map(part -> FakePhone.decoded(part, UTF_8))
                            .collect(Collectors.joining()))
                    .isEqualTo(sms.text());
            assertThat(hook.awaitReceipts(sms.attemptId(), 2)).hasSize(2);
        }
    }

    @Test
    void a_message_waits_in_kannel_until_there_is_somebody_to_take_it() throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9", ANY);

        assertThat(gateway.submit(sms)).isInstanceOf(Accepted.class);
        assertThat(hook.receiptsOf(sms.attemptId())).isEmpty();

        try (var phone = FakePhone.connect(port)) {
            assertThat(phone.awaitMessages(sms.to(), 1)).hasSize(1);
            assertThat(hook.awaitReceipts(sms.attemptId(), 2))
                    .extracting(Receipt::state)
                    .contains(State.DELIVERED);
        }
    }

    @Test
    void a_number_that_no_smsc_serves_is_refused_at_once() throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9", ANY);
        try (var other = startAnother("connect-allow-ip = 127.0.0.1", "allowed-prefix = \"+44\"");
                var account = hook.open(other.settings(Map.of()))) {
            assertThat(account.submit(sms))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.SENDER_OR_ROUTE));
            assertThat(hook.awaitReceipts(sms.attemptId(), 1)).singleElement().satisfies(receipt -> {
                assertThat(receipt.state()).isEqualTo(State.UNDELIVERED);
                assertThat(receipt.code()).contains("no SMSC");
            });
        }
    }

    @Test
    void a_message_without_any_sender_is_refused_at_once() throws InterruptedException {
        var sms = new SmsSubmission("0NQSENDER0000", "+15550000005", Optional.empty(), "At 9", Duration.ofHours(1));
        try (var other = startAnother("default-sender = Practice", "");
                var account = hook.open(other.settings(Map.of()))) {
            assertThat(account.submit(sms))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.SENDER_OR_ROUTE));
        }
    }

    private Kannel startAnother(String line, String instead) {
        return Kannel.start(
                hook.address(),
                configuration -> configuration.withFakeSmsc(FreePort.find()).with(line, instead));
    }

    @Test
    void what_the_phone_answers_arrives() {
        try (var phone = FakePhone.connect(port)) {
            phone.send("+15550000003", "Practice", "C & thanks, à 9 h");

            var reply = hook.awaitReply("+15550000003");
            assertThat(reply.text()).isEqualTo("C & thanks, à 9 h");
            assertThat(reply.to()).contains("Practice");
        }
    }
}
