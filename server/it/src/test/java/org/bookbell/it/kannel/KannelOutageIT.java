package org.bookbell.it.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bookbell.it.database.Signal;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real Kannel, and a server, that go away while messages are on their way. */
@SuppressWarnings("NullAway.Init")
class KannelOutageIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String DELIVERED = "01";
    private static final String SILENT = "09";

    private SmsCenter center;
    private Hook hook;
    private Kannel kannel;
    private SmsGateway gateway;

    @BeforeEach
    void connect() {
        center = SmsCenter.start();
        hook = new Hook();
        kannel = Kannel.start(hook.address(), configuration -> configuration.connectedWith(center));
        gateway = hook.open(kannel.settings(Map.of("timeoutSeconds", "1")));
        await("Kannel at the SMS center").atMost(PATIENCE).until(center::isBound);
    }

    @AfterEach
    void stop() {
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
    void an_smsbox_that_is_down_takes_nothing_and_takes_messages_once_it_is_back() throws InterruptedException {
        kannel.stopSmsbox();
        assertThat(gateway.submit(Attempts.of("Tomorrow at 9", DELIVERED)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.UNAVAILABLE));

        kannel.startSmsbox();

        assertThat(gateway.submit(Attempts.of("Tomorrow at 9", DELIVERED))).isInstanceOf(Accepted.class);
    }

    @Test
    void what_a_stopped_bearerbox_does_not_answer_for_is_unclear_and_may_be_delivered_later()
            throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9", DELIVERED);
        Signal.send("STOP", kannel.bearerbox().pid());

        assertThat(gateway.submit(sms)).isInstanceOf(Unclear.class);
        Signal.send("CONT", kannel.bearerbox().pid());

        assertThat(hook.awaitReceipts(sms.attemptId(), 2))
                .extracting(Receipt::state)
                .contains(State.DELIVERED);
        assertThat(center.submittedTo(sms.to())).hasSize(1);
    }

    @Test
    void what_waits_for_its_receipt_is_reported_after_kannel_was_restarted() throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9", SILENT);
        gateway.submit(sms);
        var part = Attempts.awaitParts(center, sms, 1).get(0);
        hook.awaitReceipts(sms.attemptId(), 1);

        center.forget();
        kannel.restart();
        await("Kannel at the SMS center").atMost(PATIENCE).until(center::isBound);
        center.reportDelivery(part);

        assertThat(hook.awaitReceipts(sms.attemptId(), 2))
                .extracting(Receipt::state)
                .contains(State.DELIVERED);
    }

    @Test
    void receipts_that_the_server_could_not_store_are_brought_again() throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9", DELIVERED);
        hook.failNext(3);

        gateway.submit(sms);

        assertThat(hook.awaitReceipts(sms.attemptId(), 2))
                .extracting(Receipt::state)
                .containsExactlyInAnyOrder(State.BUFFERED, State.DELIVERED);
    }

    @Test
    void a_report_of_delivery_may_come_before_the_one_that_the_message_was_taken() throws InterruptedException {
        var sms = Attempts.of("Tomorrow at 9", DELIVERED);
        hook.refuse(Optional.of("type=8"));
        gateway.submit(sms);
        hook.awaitReceipts(sms.attemptId(), 1);

        hook.refuse(Optional.empty());

        assertThat(hook.awaitReceipts(sms.attemptId(), 2))
                .extracting(Receipt::state)
                .containsExactly(State.DELIVERED, State.BUFFERED);
    }

    @Test
    void a_kannel_without_its_sms_center_takes_messages_and_the_check_tells() throws InterruptedException {
        center.close();
        await("the check").atMost(PATIENCE).until(() -> gateway.check().outcome() == CheckResult.Outcome.FAILS);

        assertThat(gateway.submit(Attempts.of("Tomorrow at 9", DELIVERED))).isInstanceOf(Accepted.class);
        assertThat(gateway.check().detail()).isEqualTo("0 of 1 connections to SMS centers are online.");
    }
}
