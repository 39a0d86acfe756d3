package org.bookbell.it.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.bookbell.it.kannel.SmsCenter;
import org.bookbell.it.kannel.SubmittedPart;
import org.bookbell.smpp.SmppProvider;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.CheckResult.Outcome;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message center that was not written here makes of our texts, and we of its answers. */
@SuppressWarnings("NullAway.Init")
class SmppTextsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DELIVERED = "+1212555%02d00";

    private static SmsCenter center;
    private static int made;

    private final List<Receipt> receipts = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        center = SmsCenter.start();
    }

    @AfterAll
    static void stop() {
        if (center != null) {
            center.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tomorrow at 9: [€10] {~^|\\} @ £ é ü ß Ω", "Завтра в 9:00", "明日の9時です 😀", "two\nlines"})
    void a_text_arrives_as_it_was_written(String text) throws InterruptedException {
        var phone = nextPhone();
        try (var gateway = open("longMessages", "udh8")) {
            assertThat(submit(gateway, phone, text)).isInstanceOf(Accepted.class);

            await().atMost(PATIENCE).until(() -> center.submittedTo(phone).size() == 1);
            assertThat(joined(phone)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udh8", "udh16", "sar"})
    void the_parts_of_a_long_text_are_the_text_and_each_is_reported(String joining) throws InterruptedException {
        var phone = nextPhone();
        var text = "Ваш приём завтра в 9:00 😀. ".repeat(8);
        try (var gateway = open("longMessages", joining)) {
            assertThat(submit(gateway, phone, text)).isInstanceOf(Accepted.class);

            await().atMost(PATIENCE).until(() -> joined(phone).equals(text));
            await().atMost(PATIENCE)
                    .until(() -> receipts.stream().anyMatch(receipt -> receipt.state() == Receipt.State.DELIVERED));
            assertThat(receipts).hasSize(center.submittedTo(phone).size());
        }
    }

    @Test
    void a_long_text_may_be_left_to_the_message_center() throws InterruptedException {
        var phone = nextPhone();
        var text = "Your appointment is tomorrow at 9. ".repeat(10);
        try (var gateway = open("longMessages", "payload")) {
            assertThat(submit(gateway, phone, text)).isInstanceOf(Accepted.class);

            await().atMost(PATIENCE).until(() -> center.submittedTo(phone).size() == 1);
            assertThat(joined(phone)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({"11, INVALID_RECIPIENT", "58, THROTTLED", "14, UNAVAILABLE"})
    void a_refusal_has_its_reason(String digits, RefusalReason reason) throws InterruptedException {
        try (var gateway = open("longMessages", "udh8")) {
            assertThat(submit(gateway, "+121255501" + digits, "Tomorrow at 9"))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
        }
    }

    @Test
    void a_transmitter_and_a_receiver_are_bound_and_answered() {
        try (var gateway = open("bindAs", "transmitterAndReceiver")) {
            assertThat(gateway.check().outcome()).isEqualTo(Outcome.WORKS);
        }
    }

    /** Opens an account and waits until it is bound. */
    private SmsGateway open(String setting, String value) {
        var provider = new SmppProvider();
        var given = Settings.of(Map.of(
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(center.port()),
                "systemId",
                "bookbell",
                "password",
                "s3cret",
                "sender",
                "Practice",
                setting,
                value));
        var listener = new ReceiptListener() {
            @Override
            public void receive(Receipt receipt) {
                receipts.add(receipt);
            }

            @Override
            public void receiveReply(Reply reply) {
                throw new IllegalStateException("nobody answers here");
            }
        };
        var gateway = provider.open(
                new GatewayContext("texts", given.withDefaults(provider.settings()), Clock.systemUTC(), listener));
        await().atMost(PATIENCE).until(() -> gateway.check().outcome() == Outcome.WORKS);
        return gateway;
    }

    private static SubmitResult submit(SmsGateway gateway, String to, String text) throws InterruptedException {
        return gateway.submit(new SmsSubmission("0123456789ABC", to, Optional.empty(), text, Duration.ofHours(1)));
    }

    private static String nextPhone() {
        return DELIVERED.formatted(++made);
    }

    private static String joined(String phone) {
        return center.submittedTo(phone).stream()
                .map(SubmittedPart::textReadByNode)
                .collect(Collectors.joining());
    }
}
