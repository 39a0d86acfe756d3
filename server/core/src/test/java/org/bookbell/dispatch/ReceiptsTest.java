package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.MessageState.ACCEPTED;
import static org.bookbell.message.MessageState.DELIVERED;
import static org.bookbell.message.MessageState.UNDELIVERED;
import static org.bookbell.message.MessageState.UNKNOWN;
import static org.bookbell.spi.gateway.SubmitResult.accepted;
import static org.bookbell.spi.gateway.SubmitResult.refused;
import static org.bookbell.spi.gateway.SubmitResult.unclear;

import java.time.Duration;
import java.util.Optional;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private RecordingSmsGateway gateway;

    @BeforeEach
    void open_the_gateway() {
        gateway = house.gateway("main", 1);
        gateway.answers(sms -> accepted("p1"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_receipt_tells_that_a_message_was_delivered() {
        var message = sent();

        receive(State.DELIVERED);

        assertThat(house.state(message)).isEqualTo(DELIVERED);
        assertThat(house.history(message)).containsExactly("CLAIMED", "SUBMITTING", "ACCEPTED", "DELIVERED");
        assertThat(house.attempts(message)).containsExactly("main DELIVERED");
    }

    @Test
    void an_undelivered_message_ends_on_the_call_list() {
        var message = sent();

        receive(State.UNDELIVERED);
        house.drain();

        assertThat(house.state(message)).isEqualTo(UNDELIVERED);
        assertThat(house.callList()).containsExactly("UNDELIVERED");
    }

    @Test
    void a_receipt_that_comes_twice_counts_once() {
        var message = sent();

        receive(State.DELIVERED);
        receive(State.DELIVERED);

        assertThat(house.history(message)).containsExactly("CLAIMED", "SUBMITTING", "ACCEPTED", "DELIVERED");
        assertThat(count("SELECT COUNT(*) FROM receipt")).isEqualTo(1);
    }

    @Test
    void proof_of_delivery_is_believed_after_the_contrary() {
        var message = sent();

        receive(State.UNDELIVERED);
        receive(State.DELIVERED);

        assertThat(house.state(message)).isEqualTo(DELIVERED);
    }

    @Test
    void the_contrary_is_not_believed_after_proof_of_delivery() {
        var message = sent();

        receive(State.DELIVERED);
        receive(State.UNDELIVERED);
        receive(State.UNKNOWN);

        assertThat(house.state(message)).isEqualTo(DELIVERED);
        assertThat(house.attempts(message)).containsExactly("main DELIVERED");
        assertThat(house.callList()).isEmpty();
        assertThat(count("SELECT COUNT(*) FROM receipt")).isEqualTo(3);
    }

    @Test
    void a_message_on_its_way_stays_accepted() {
        var message = sent();

        receive(State.BUFFERED);

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void a_provider_that_will_never_know_makes_it_unknown() {
        var message = sent();

        receive(State.UNKNOWN);

        assertThat(house.state(message)).isEqualTo(UNKNOWN);
    }

    @Test
    void a_receipt_before_the_answer_is_matched_when_the_answer_comes() {
        gateway.answers(sms -> {
            receive(State.DELIVERED);
            return accepted("p1");
        });

        var message = sent();

        assertThat(house.state(message)).isEqualTo(DELIVERED);
        assertThat(house.attempts(message)).containsExactly("main DELIVERED");
        assertThat(count("SELECT COUNT(*) FROM receipt WHERE attempt_id IS NULL"))
                .isZero();
    }

    @Test
    void a_receipt_that_was_stored_before_the_answer_and_not_applied_is_matched_when_the_answer_comes() {
        gateway.answers(sms -> {
            house.receipts().store("main", receipt(Optional.empty(), Optional.of("p1"), State.DELIVERED));
            return accepted("p1");
        });

        var message = sent();
        house.receipts().apply();

        assertThat(house.state(message)).isEqualTo(DELIVERED);
        assertThat(house.history(message)).containsExactly("CLAIMED", "SUBMITTING", "ACCEPTED", "DELIVERED");
    }

    @Test
    void what_a_killed_process_stored_is_applied_later() {
        var message = sent();
        house.receipts().store("main", receipt(Optional.empty(), Optional.of("p1"), State.DELIVERED));
        assertThat(house.state(message)).isEqualTo(ACCEPTED);

        house.receipts().apply();

        assertThat(house.state(message)).isEqualTo(DELIVERED);
        assertThat(count("SELECT COUNT(*) FROM receipt WHERE applied_at IS NULL"))
                .isZero();
    }

    @Test
    void a_receipt_that_names_the_attempt_is_matched_before_the_answer() {
        gateway.answers(sms -> {
            house.receive("main", receipt(Optional.of(sms.attemptId()), Optional.empty(), State.DELIVERED));
            return accepted("p1");
        });

        var message = sent();

        assertThat(house.state(message)).isEqualTo(DELIVERED);
        assertThat(house.attempts(message)).containsExactly("main DELIVERED");
    }

    @Test
    void a_receipt_of_another_gateway_changes_nothing() {
        var message = sent();

        house.receive("other", receipt(Optional.empty(), Optional.of("p1"), State.UNDELIVERED));
        house.receive(
                "other",
                receipt(Optional.of(gateway.submissions().get(0).attemptId()), Optional.empty(), State.UNDELIVERED));

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(count("SELECT COUNT(*) FROM receipt WHERE attempt_id IS NULL"))
                .isEqualTo(2);
    }

    @Test
    void a_receipt_of_nothing_known_is_stored_only() {
        house.receive("main", receipt(Optional.of("no such id"), Optional.of("p9"), State.DELIVERED));

        assertThat(count("SELECT COUNT(*) FROM receipt WHERE attempt_id IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void bad_news_of_an_earlier_attempt_does_not_touch_the_latest() {
        var second = house.gateway("second", 2);
        gateway.answers(sms -> refused(RefusalReason.THROTTLED, "", ""));
        second.answers(sms -> accepted("p2"));
        var message = sent();

        house.receive(
                "main",
                receipt(Optional.of(gateway.submissions().get(0).attemptId()), Optional.empty(), State.UNDELIVERED));

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void a_receipt_settles_what_was_unclear() {
        gateway.answers(sms -> unclear("connection lost"));
        var message = sent();

        house.receive(
                "main",
                receipt(Optional.of(gateway.submissions().get(0).attemptId()), Optional.empty(), State.DELIVERED));
        database.clock().advance(Duration.ofMinutes(5));
        house.drain();

        assertThat(gateway.submissions()).hasSize(1);
        assertThat(house.state(message)).isEqualTo(DELIVERED);
    }

    private long sent() {
        var message = house.aMessage().planned();
        house.drain();
        return message;
    }

    private void receive(State state) {
        house.receive("main", receipt(Optional.empty(), Optional.of("p1"), state));
    }

    private static Receipt receipt(Optional<String> attempt, Optional<String> provider, State state) {
        return new Receipt(attempt, provider, state, Optional.empty(), Optional.of("4"), Optional.empty(), "raw");
    }

    private long count(String question) {
        return database.inTransaction(() -> database.sql().count(question));
    }
}
