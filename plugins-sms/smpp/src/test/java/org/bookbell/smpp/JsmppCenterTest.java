package org.bookbell.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.bookbell.spi.gateway.CheckResult.Outcome;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.testkit.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a message center that was not written here. */
class JsmppCenterTest {

    private JsmppCenter center;

    @BeforeEach
    void start() throws IOException {
        center = JsmppCenter.start();
    }

    @AfterEach
    void stop() throws IOException {
        center.close();
    }

    private OpenAccount open(String... settings) {
        return OpenAccount.at(new SmppProvider(), center.port(), new Heard(), settings);
    }

    @Test
    void a_message_is_taken_under_an_id_in_base_16_and_delivered_under_it_in_base_10() throws InterruptedException {
        try (var account = open()) {
            var results =
                    IntStream.range(0, 5).mapToObj(number -> account.submitAside("Number " + number)).toList().stream()
                            .map(result -> (Accepted) result.join())
                            .toList();

            var receipts = account.awaitReceipts(5);
            assertThat(receipts).extracting(Receipt::state).containsOnly(State.DELIVERED);
            assertThat(receipts)
                    .extracting(Receipt::providerMessageId)
                    .containsExactlyInAnyOrderElementsOf(
                            results.stream().map(Accepted::providerMessageId).toList());
        }
    }

    @Test
    void a_long_message_is_delivered_once_all_its_parts_are() throws InterruptedException {
        try (var account = open("messageIds", "hexThenDecimal")) {
            assertThat(account.submit("ж".repeat(200)))
                    .isInstanceOfSatisfying(
                            Accepted.class,
                            accepted -> assertThat(accepted.segments()).contains(3));

            assertThat(account.awaitReceipts(3))
                    .extracting(Receipt::state)
                    .containsExactlyInAnyOrder(State.BUFFERED, State.BUFFERED, State.DELIVERED);
        }
    }

    @Test
    void each_way_to_send_a_long_message_is_taken() throws InterruptedException {
        for (var joining : new String[] {"udh8", "udh16", "sar", "payload"}) {
            try (var account = open("longMessages", joining)) {
                assertThat(account.submit("a".repeat(1_600))).isInstanceOf(Accepted.class);
            }
        }
    }

    @Test
    void a_reply_reaches_the_server() throws Exception {
        try (var account = open()) {
            await().atMost(OpenAccount.PATIENCE).until(() -> center.isBound());
            center.bring("12125550123", "C".getBytes(StandardCharsets.US_ASCII));

            assertThat(account.heard().replies()).singleElement().satisfies(reply -> {
                assertThat(reply.from()).isEqualTo("+12125550123");
                assertThat(reply.to()).contains("12345");
                assertThat(reply.text()).isEqualTo("C");
            });
        }
    }

    @Test
    void a_wrong_password_is_a_fault_of_the_account() {
        try (var account = open("password", "wrong")) {
            await().atMost(OpenAccount.PATIENCE)
                    .untilAsserted(() -> assertThat(account.submit("Tomorrow at 9"))
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT)));
            assertThat(account.gateway().check().detail()).contains("ESME_RINVPASWD");
        }
    }

    @Test
    void an_enquiry_is_answered_and_an_unbind_of_the_center_is_followed_by_a_new_bind() {
        try (var account = open()) {
            await().atMost(OpenAccount.PATIENCE).until(() -> center.isBound());
            assertThat(account.gateway().check().outcome()).isEqualTo(Outcome.WORKS);
            center.unbind();

            await().atMost(OpenAccount.PATIENCE).until(() -> account.submit("Tomorrow at 9") instanceof Accepted);
        }
    }
}
