package org.bookbell.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.ReceiptListener;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.Heard;
import org.bookbell.spi.testkit.smpp.FakeSmppProvider;
import org.bookbell.spi.testkit.smpp.SmppAnswer;
import org.bookbell.spi.testkit.smpp.SmppDelivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppReceiptsTest {

    private static final int TEMPORARY = 0x64;

    private final FakeSmppProvider center = FakeSmppProvider.start();

    @AfterEach
    void stop() {
        center.close();
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, DELIVERED, ",
        "UNDELIV, UNDELIVERED, UNDELIV 034",
        "REJECTD, UNDELIVERED, REJECTD 034",
        "EXPIRED, UNDELIVERED, EXPIRED 034",
        "DELETED, UNDELIVERED, DELETED 034",
        "ACCEPTD, BUFFERED, ACCEPTD 034",
        "ENROUTE, BUFFERED, ENROUTE 034",
        "UNKNOWN, UNKNOWN, UNKNOWN 034",
        "WHATEVR, BUFFERED, WHATEVR 034"
    })
    void a_receipt_says_what_its_text_says(String stat, State state, String code) {
        try (var account = OpenAccount.boundTo(center, "messageIds", "same")) {
            assertThat(center.bring(SmppDelivery.receipt("0010173E26", stat))).isZero();

            assertThat(account.heard().receipts()).singleElement().satisfies(receipt -> {
                assertThat(receipt.providerMessageId()).contains("0010173E26");
                assertThat(receipt.state()).isEqualTo(state);
                assertThat(receipt.code().orElse(null)).isEqualTo(code);
                assertThat(receipt.raw()).startsWith("id:0010173E26 sub:001");
                assertThat(receipt.occurredAt()).isEmpty();
            });
        }
    }

    @Test
    void a_receipt_may_come_as_tlvs_only() {
        try (var account = OpenAccount.boundTo(center, "messageIds", "same")) {
            var receipt = SmppDelivery.receipt("").with("7F", 5).with(0x0423, new byte[] {3, 0, 27});

            assertThat(center.bring(receipt)).isZero();

            assertThat(account.heard().receipts()).singleElement().satisfies(heard -> {
                assertThat(heard.providerMessageId()).contains("7F");
                assertThat(heard.state()).isEqualTo(State.UNDELIVERED);
                assertThat(heard.code()).contains("UNDELIV 27");
            });
        }
    }

    @Test
    void a_receipt_may_come_as_data_sm_or_in_ucs_2() {
        try (var account = OpenAccount.boundTo(center, "messageIds", "same")) {
            assertThat(center.bring(SmppDelivery.receipt("1", "DELIVRD").asData()))
                    .isZero();
            assertThat(center.bring(SmppDelivery.receipt("2", "DELIVRD").inUcs2()))
                    .isZero();

            assertThat(account.heard().receipts())
                    .extracting(receipt -> receipt.providerMessageId().orElseThrow())
                    .containsExactly("1", "2");
        }
    }

    @Test
    void a_notification_says_that_a_message_is_on_its_way() {
        try (var account = OpenAccount.boundTo(center)) {
            center.bring(SmppDelivery.receipt("1", "UNDELIV").withEsmClass(0x20));

            assertThat(account.heard().receipts())
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt.state()).isEqualTo(State.BUFFERED));
        }
    }

    @Test
    void what_the_recipient_would_read_is_not_searched_for_an_id_or_a_state() {
        try (var account = OpenAccount.boundTo(center, "messageIds", "same")) {
            center.bring(SmppDelivery.receipt("id:1 stat:UNDELIV err:1 text:id:2 stat:DELIVRD"));

            assertThat(account.heard().receipts()).singleElement().satisfies(receipt -> {
                assertThat(receipt.providerMessageId()).contains("1");
                assertThat(receipt.state()).isEqualTo(State.UNDELIVERED);
            });
        }
    }

    @Test
    void a_receipt_that_names_no_message_is_taken_and_left() {
        try (var account = OpenAccount.boundTo(center)) {
            assertThat(center.bring(SmppDelivery.receipt("stat:DELIVRD"))).isZero();

            assertThat(account.heard().receipts()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 10173e26, 269958694, 10173e26",
        "auto, 10173e26, 0269958694, 10173e26",
        "auto, 269958694, 10173E26, 269958694",
        "auto, 0010173E26, 10173e26, 10173e26",
        "auto, 269958694, 0269958694, 269958694",
        "hexThenDecimal, 10173E26, 269958694, 10173e26",
        "decimalThenHex, 0269958694, 10173E26, 269958694",
        "same, 10173E26, 10173E26, 10173E26"
    })
    void an_id_that_the_receipt_spells_otherwise_is_recognized(
            String setting, String answered, String receipted, String told) throws InterruptedException {
        try (var account = OpenAccount.boundTo(center, "messageIds", setting)) {
            center.answer(sms -> new SmppAnswer.Taken(answered));

            assertThat(account.submit("Tomorrow at 9"))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(accepted.providerMessageId()).contains(told));
            center.bring(SmppDelivery.receipt(receipted, "DELIVRD"));

            assertThat(account.heard().receipts())
                    .singleElement()
                    .satisfies(
                            receipt -> assertThat(receipt.providerMessageId()).contains(told));
        }
    }

    @Test
    void what_was_learned_of_ids_holds_for_messages_that_are_forgotten() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center)) {
            center.answer(sms -> new SmppAnswer.Taken("10173e26"));
            account.submit("Tomorrow at 9");
            center.bring(SmppDelivery.receipt("269958694", "DELIVRD"));

            center.bring(SmppDelivery.receipt("269958703", "DELIVRD"));

            assertThat(account.heard().receipts())
                    .last()
                    .satisfies(
                            receipt -> assertThat(receipt.providerMessageId()).contains("10173e2f"));
        }
    }

    @Test
    void a_long_message_is_delivered_when_its_last_part_is() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center)) {
            var ids = sendThreeParts(account);

            center.bring(SmppDelivery.receipt(ids.get(2), "DELIVRD"));
            center.bring(SmppDelivery.receipt(ids.get(0), "DELIVRD"));
            center.bring(SmppDelivery.receipt(ids.get(0), "DELIVRD"));
            center.bring(SmppDelivery.receipt(ids.get(1), "DELIVRD"));

            assertThat(account.heard().receipts())
                    .extracting(Receipt::state)
                    .containsExactly(State.BUFFERED, State.BUFFERED, State.BUFFERED, State.DELIVERED);
            assertThat(account.heard().receipts())
                    .extracting(receipt -> receipt.attemptId().orElseThrow())
                    .hasSize(4)
                    .allMatch(account.heard().receipts().get(0).attemptId().orElseThrow()::equals);
        }
    }

    @Test
    void a_long_message_is_undelivered_when_one_part_is() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center)) {
            var ids = sendThreeParts(account);

            center.bring(SmppDelivery.receipt(ids.get(0), "DELIVRD"));
            center.bring(SmppDelivery.receipt(ids.get(1), "UNDELIV"));
            center.bring(SmppDelivery.receipt(ids.get(2), "DELIVRD"));

            assertThat(account.heard().receipts())
                    .extracting(Receipt::state)
                    .containsExactly(State.BUFFERED, State.UNDELIVERED, State.BUFFERED);
        }
    }

    @Test
    void nobody_will_ever_know_of_a_long_message_of_which_one_part_is_unknown() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center)) {
            var ids = sendThreeParts(account);

            center.bring(SmppDelivery.receipt(ids.get(0), "UNKNOWN"));
            center.bring(SmppDelivery.receipt(ids.get(1), "DELIVRD"));
            center.bring(SmppDelivery.receipt(ids.get(2), "DELIVRD"));

            assertThat(account.heard().receipts())
                    .extracting(Receipt::state)
                    .containsExactly(State.BUFFERED, State.BUFFERED, State.UNKNOWN);
        }
    }

    @Test
    void a_long_message_is_known_after_its_account_was_edited() throws InterruptedException {
        var provider = new SmppProvider();
        List<String> ids;
        try (var before = OpenAccount.at(provider, center.port(), new Heard())) {
            ids = sendThreeParts(before);
        }
        try (var after = OpenAccount.at(provider, center.port(), new Heard(), "window", "7")) {
            await().atMost(OpenAccount.PATIENCE).until(() -> center.binds() == 1);
            ids.forEach(id -> center.bring(SmppDelivery.receipt(id, "DELIVRD")));

            assertThat(after.heard().receipts()).extracting(Receipt::state).endsWith(State.DELIVERED);
        }
    }

    @Test
    void after_a_restart_the_last_part_decides() throws InterruptedException {
        List<String> ids;
        try (var before = OpenAccount.boundTo(center)) {
            ids = sendThreeParts(before);
        }
        try (var after = OpenAccount.at(center)) {
            await().atMost(OpenAccount.PATIENCE).until(() -> center.binds() == 1);
            center.bring(SmppDelivery.receipt(ids.get(2), "DELIVRD"));

            assertThat(after.heard().receipts()).singleElement().satisfies(receipt -> {
                assertThat(receipt.providerMessageId()).contains(ids.get(2));
                assertThat(receipt.state()).isEqualTo(State.DELIVERED);
            });
        }
    }

    @Test
    void a_receipt_for_a_part_whose_answer_is_still_on_its_way_counts_for_the_whole() throws InterruptedException {
        try (var account = OpenAccount.boundTo(center)) {
            center.answer(sms -> {
                var id = center.nextId();
                center.post(SmppDelivery.receipt(id, "DELIVRD"));
                return new SmppAnswer.After(Duration.ofMillis(100), new SmppAnswer.Taken(id));
            });

            assertThat(account.submit("a".repeat(400))).isInstanceOf(Accepted.class);

            assertThat(account.awaitReceipts(3))
                    .extracting(Receipt::state)
                    .containsExactlyInAnyOrder(State.BUFFERED, State.BUFFERED, State.DELIVERED);
            assertThat(account.heard().receipts())
                    .allSatisfy(receipt -> assertThat(receipt.attemptId()).isPresent());
        }
    }

    @Test
    void a_receipt_that_could_not_be_stored_is_asked_for_again() {
        var isBroken = new AtomicBoolean(true);
        var heard = new Heard();
        try (var gateway = new SmppProvider().open(OpenAccount.context(center.port(), breaking(isBroken, heard)))) {
            await().atMost(OpenAccount.PATIENCE).until(() -> center.binds() == 1);

            assertThat(center.bring(SmppDelivery.receipt("1", "DELIVRD"))).isEqualTo(TEMPORARY);
            isBroken.set(false);
            assertThat(center.bring(SmppDelivery.receipt("1", "DELIVRD"))).isZero();

            assertThat(heard.receipts()).hasSize(1);
            assertThat(gateway.abilities()).isNotEmpty();
        }
    }

    private static ReceiptListener breaking(AtomicBoolean isBroken, Heard heard) {
        return new ReceiptListener() {
            @Override
            public void receive(Receipt receipt) {
                if (isBroken.get()) {
                    throw new IllegalStateException("the database is away");
                }
                heard.receive(receipt);
            }

            @Override
            public void receiveReply(Reply reply) {
                heard.receiveReply(reply);
            }
        };
    }

    /** The ids of the parts of a long message. */
    private List<String> sendThreeParts(OpenAccount account) throws InterruptedException {
        var first = Integer.parseInt(center.nextId(), 16);
        assertThat(account.submit("a".repeat(400))).isInstanceOf(Accepted.class);
        return List.of(hex(first + 1), hex(first + 2), hex(first + 3));
    }

    private static String hex(int id) {
        return Integer.toHexString(id);
    }
}
