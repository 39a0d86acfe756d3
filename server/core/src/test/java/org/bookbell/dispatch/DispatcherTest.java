package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.MessageState.ACCEPTED;
import static org.bookbell.message.MessageState.CANCELLED;
import static org.bookbell.message.MessageState.DELIVERED;
import static org.bookbell.message.MessageState.PLANNED;
import static org.bookbell.message.MessageState.REFUSED;
import static org.bookbell.message.MessageState.SKIPPED;
import static org.bookbell.message.MessageState.TOO_LATE;
import static org.bookbell.message.MessageState.UNCLEAR;
import static org.bookbell.message.MessageState.UNKNOWN;
import static org.bookbell.spi.gateway.SubmitResult.accepted;
import static org.bookbell.spi.gateway.SubmitResult.refused;
import static org.bookbell.spi.gateway.SubmitResult.unclear;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bookbell.client.Channel;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.storage.MovableClock;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatcherTest {

    private final TestDatabase database = TestDatabase.h2();
    private final MovableClock clock = database.clock();
    private final DispatchHouse house = new DispatchHouse(database);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_due_message_is_sent_and_its_whole_way_recorded() {
        var gateway = house.gateway("main", 1);
        var message = house.aMessage().planned();

        house.drain();

        assertThat(gateway.submissions()).extracting(SmsSubmission::text).containsExactly("text of " + message);
        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(house.history(message)).containsExactly("CLAIMED", "SUBMITTING", "ACCEPTED");
        assertThat(house.attempts(message)).containsExactly("main ACCEPTED");
    }

    @Test
    void a_message_is_not_sent_before_it_is_due() {
        var gateway = house.gateway("main", 1);
        house.aMessage().dueAt(clock.instant().plusSeconds(1)).planned();

        house.drain();

        assertThat(gateway.submissions()).isEmpty();
    }

    @Test
    void the_nearest_appointment_goes_first() {
        var later = house.aMessage()
                .forAppointmentAt(clock.instant().plusSeconds(9 * 3600))
                .planned();
        var sooner = house.aMessage()
                .forAppointmentAt(clock.instant().plusSeconds(3 * 3600))
                .planned();

        assertThat(house.dispatcher().listDue()).containsExactly(sooner, later);
    }

    @Test
    void a_submission_carries_the_time_it_is_worth_delivering() {
        var gateway = house.gateway("main", 1);
        house.aMessage().usefulUntil(clock.instant().plusSeconds(900)).planned();

        house.drain();

        assertThat(gateway.submissions()).extracting(SmsSubmission::validity).containsExactly(Duration.ofMinutes(15));
    }

    @Test
    void what_is_no_longer_useful_ends_on_the_call_list() {
        var gateway = house.gateway("main", 1);
        var message = house.aMessage().usefulUntil(clock.instant()).planned();

        house.drain();

        assertThat(gateway.submissions()).isEmpty();
        assertThat(house.state(message)).isEqualTo(TOO_LATE);
        assertThat(house.callList()).containsExactly("TOO_LATE");
    }

    @Test
    void staff_who_were_not_told_are_on_the_call_list_too() {
        house.gateway("main", 1);
        var message = house.aMessage().toStaff().usefulUntil(clock.instant()).planned();

        house.drain();

        assertThat(house.state(message)).isEqualTo(TOO_LATE);
        assertThat(house.callList()).containsExactly("TOO_LATE");
    }

    @Test
    void a_cancel_after_the_claim_is_obeyed() {
        var gateway = house.gateway("main", 1);
        var message = house.aMessage().planned();
        gateway.answers(sms -> accepted("p"));
        var claimed = house.claims().claim(List.of(message));
        house.update("UPDATE message SET state = 'CANCELLED' WHERE id = ?", message);

        house.run(claimed);

        assertThat(gateway.submissions()).isEmpty();
        assertThat(house.state(message)).isEqualTo(CANCELLED);
    }

    @Test
    void a_stop_after_the_claim_is_obeyed() {
        var gateway = house.gateway("main", 1);
        var message = house.aMessage().planned();
        var claimed = house.claims().claim(List.of(message));
        house.optOut("+4915112345678", Channel.SMS);

        house.run(claimed);

        assertThat(gateway.submissions()).isEmpty();
        assertThat(house.state(message)).isEqualTo(SKIPPED);
        assertThat(house.column(message, "reason_code")).isEqualTo("OPTED_OUT");
        assertThat(house.callList()).containsExactly("OPTED_OUT");
    }

    @Test
    void staff_who_want_no_messages_are_not_called_after() {
        house.gateway("main", 1);
        var message = house.aMessage().toStaff().planned();
        var claimed = house.claims().claim(List.of(message));
        house.optOut("+4915112345678", Channel.SMS);

        house.run(claimed);

        assertThat(house.state(message)).isEqualTo(SKIPPED);
        assertThat(house.callList()).isEmpty();
    }

    @Test
    void a_message_planned_anew_after_the_claim_is_written_anew() {
        var gateway = house.gateway("main", 1);
        var message = house.aMessage().planned();
        var claimed = house.claims().claim(List.of(message));
        house.update("UPDATE message SET revision = revision + 1 WHERE id = ?", message);

        house.run(claimed);

        assertThat(gateway.submissions()).isEmpty();
        assertThat(house.state(message)).isEqualTo(PLANNED);
        house.drain();
        assertThat(gateway.submissions()).hasSize(1);
    }

    @Test
    void without_a_gateway_a_message_waits_and_says_why() {
        var message = house.aMessage().planned();

        house.drain();

        assertThat(house.state(message)).isEqualTo(PLANNED);
        assertThat(house.reason(message)).contains("no SMS gateway is configured");
        assertThat(house.tryAt(message)).isEqualTo(clock.instant().plusSeconds(60));
    }

    @Test
    void a_refusal_that_may_pass_goes_to_the_next_gateway_at_once() {
        var first = house.gateway("first", 1);
        var second = house.gateway("second", 2);
        first.answers(sms -> refused(RefusalReason.ACCOUNT, "20003", "no credit"));
        var message = house.aMessage().planned();

        house.drain();

        assertThat(second.submissions()).hasSize(1);
        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(house.attempts(message)).containsExactly("first REFUSED", "second ACCEPTED");
        assertThat(house.history(message))
                .containsExactly("CLAIMED", "SUBMITTING", "REFUSED", "PLANNED", "CLAIMED", "SUBMITTING", "ACCEPTED");
    }

    @Test
    void when_every_gateway_refused_the_message_waits_longer_each_round() {
        var gateway = house.gateway("main", 1);
        gateway.answers(sms -> refused(RefusalReason.THROTTLED, "429", ""));
        var message = house.aMessage().planned();

        house.drain();
        assertThat(house.tryAt(message)).isEqualTo(clock.instant().plusSeconds(30));
        clock.advance(Duration.ofSeconds(30));
        house.drain();

        assertThat(house.tryAt(message)).isEqualTo(clock.instant().plusSeconds(60));
        assertThat(house.state(message)).isEqualTo(PLANNED);
        assertThat(house.reason(message)).contains("main: THROTTLED (429)");
    }

    @Test
    void retries_end_when_the_message_stops_being_useful() {
        var gateway = house.gateway("main", 1);
        gateway.answers(sms -> refused(RefusalReason.THROTTLED, "429", ""));
        var message =
                house.aMessage().usefulUntil(clock.instant().plusSeconds(20)).planned();
        house.drain();

        clock.advance(Duration.ofSeconds(20));
        house.drain();

        assertThat(gateway.submissions()).hasSize(1);
        assertThat(house.state(message)).isEqualTo(TOO_LATE);
        assertThat(house.callList()).containsExactly("TOO_LATE");
    }

    @Test
    void a_refusal_for_good_ends_on_the_call_list() {
        var first = house.gateway("first", 1);
        var second = house.gateway("second", 2);
        first.answers(sms -> refused(RefusalReason.INVALID_RECIPIENT, "21211", "no such number"));
        var message = house.aMessage().planned();

        house.drain();

        assertThat(second.submissions()).isEmpty();
        assertThat(house.state(message)).isEqualTo(REFUSED);
        assertThat(house.callList()).containsExactly("INVALID_RECIPIENT");
    }

    @Test
    void without_an_answer_a_message_is_sent_once_more_after_two_minutes() {
        var gateway = house.gateway("main", 1);
        gateway.answers(sms -> unclear("connection lost"));
        var message = house.aMessage().planned();
        house.drain();
        assertThat(house.state(message)).isEqualTo(UNCLEAR);
        assertThat(house.tryAt(message)).isEqualTo(clock.instant().plusSeconds(120));

        clock.advance(Duration.ofMinutes(2));
        house.drain();
        clock.advance(Duration.ofHours(1));
        house.drain();

        assertThat(gateway.submissions()).hasSize(2);
        assertThat(house.state(message)).isEqualTo(UNCLEAR);
        assertThat(house.history(message))
                .containsExactly("CLAIMED", "SUBMITTING", "UNCLEAR", "PLANNED", "CLAIMED", "SUBMITTING", "UNCLEAR");
    }

    @Test
    void what_stays_unclear_ends_on_the_call_list_when_it_stops_being_useful() {
        var gateway = house.gateway("main", 1);
        gateway.answers(sms -> unclear("connection lost"));
        var message = house.aMessage().planned();
        house.drain();
        clock.advance(Duration.ofMinutes(2));
        house.drain();

        clock.advance(Duration.ofHours(6));
        house.drain();

        assertThat(gateway.submissions()).hasSize(2);
        assertThat(house.state(message)).isEqualTo(UNKNOWN);
        assertThat(house.callList()).containsExactly("UNCLEAR");
    }

    @Test
    void what_was_unclear_twice_is_decided_while_there_is_time_to_call() {
        var gateway = house.gateway("main", 1);
        gateway.answers(sms -> unclear("connection lost"));
        var start = clock.instant().plus(Duration.ofHours(8));
        var message = house.aMessage()
                .forAppointmentAt(start)
                .usefulUntil(start.minus(Duration.ofHours(1)))
                .planned();
        house.drain();
        clock.advance(Duration.ofMinutes(2));
        house.drain();

        assertThat(house.tryAt(message)).isEqualTo(start.minus(Duration.ofHours(3)));
        clock.advance(Duration.between(clock.instant(), house.tryAt(message)));
        house.drain();

        assertThat(gateway.submissions()).hasSize(2);
        assertThat(house.state(message)).isEqualTo(UNKNOWN);
        assertThat(house.callList()).containsExactly("UNCLEAR");
    }

    @Test
    void a_gateway_that_knows_repeated_attempts_is_asked_again_at_once_with_the_same_attempt() {
        var gateway = house.gateway("main", 1);
        gateway.isAlso(Ability.IDEMPOTENT_RESEND);
        gateway.answers(sms -> gateway.submissions().size() < 2 ? unclear("connection lost") : accepted("p"));
        var message = house.aMessage().planned();

        house.drain();

        assertThat(gateway.submissions()).hasSize(2);
        assertThat(gateway.submissions())
                .extracting(SmsSubmission::attemptId)
                .containsOnly(gateway.submissions().get(0).attemptId());
        assertThat(house.attempts(message)).containsExactly("main ACCEPTED");
    }

    @Test
    void an_attempt_that_stayed_unclear_is_resumed_at_a_gateway_that_knows_it() {
        var gateway = house.gateway("main", 1);
        gateway.isAlso(Ability.IDEMPOTENT_RESEND);
        gateway.answers(sms -> gateway.submissions().size() < 3 ? unclear("connection lost") : accepted("p"));
        var message = house.aMessage().planned();
        house.drain();

        clock.advance(Duration.ofSeconds(5));
        house.drain();

        assertThat(gateway.submissions())
                .extracting(SmsSubmission::attemptId)
                .hasSize(3)
                .containsOnly(gateway.submissions().get(0).attemptId());
        assertThat(house.attempts(message)).containsExactly("main ACCEPTED");
        assertThat(house.state(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void without_a_receipt_an_accepted_message_becomes_unknown() {
        house.gateway("main", 1);
        var message = house.aMessage().planned();
        house.drain();

        clock.advance(Duration.ofHours(2));
        house.drain();

        assertThat(house.state(message)).isEqualTo(UNKNOWN);
        assertThat(house.callList()).isEmpty();
    }

    @Test
    void what_is_unknown_when_it_stops_being_useful_ends_on_the_call_list() {
        house.gateway("main", 1);
        house.aMessage().planned();
        house.drain();

        clock.advance(Duration.ofHours(2));
        house.drain();
        clock.advance(Duration.ofHours(4));
        house.drain();
        clock.advance(Duration.ofHours(4));
        house.drain();

        assertThat(house.callList()).containsExactly("UNKNOWN");
    }

    @Test
    void a_gateway_without_receipts_leaves_messages_accepted() {
        house.gateway("main", 1).isNot(Ability.RECEIPTS);
        var message = house.aMessage().planned();
        house.drain();

        clock.advance(Duration.ofDays(2));
        house.drain();

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(house.callList()).isEmpty();
    }

    @Test
    void a_receipt_of_the_first_attempt_stops_the_second() {
        var gateway = house.gateway("main", 1);
        gateway.answers(sms -> unclear("connection lost"));
        var message = house.aMessage().planned();
        house.drain();

        house.receive("main", receiptFor(gateway, Receipt.State.DELIVERED));
        clock.advance(Duration.ofMinutes(2));
        house.drain();

        assertThat(gateway.submissions()).hasSize(1);
        assertThat(house.state(message)).isEqualTo(DELIVERED);
    }

    @Test
    void once_it_stops_what_is_on_its_way_is_finished_and_nothing_is_begun() {
        var gateway = house.gateway("main", 1);
        gateway.answers(sms -> {
            house.dispatcher().stop(Duration.ZERO);
            return accepted("p");
        });
        var messages =
                IntStream.range(0, 60).mapToObj(n -> house.aMessage().planned()).toList();

        house.dispatcher().send(house.dispatcher().listDue());
        var idle = house.dispatcher().awaitIdle(Duration.ofSeconds(20));

        assertThat(idle).isTrue();
        assertThat(gateway.submissions()).hasSizeBetween(1, Lane.UNDER_WAY);
        assertThat(messages)
                .extracting(house::state)
                .containsOnly(ACCEPTED, PLANNED)
                .filteredOn(ACCEPTED::equals)
                .hasSameSizeAs(gateway.submissions());
    }

    private static Receipt receiptFor(RecordingSmsGateway gateway, Receipt.State state) {
        return new Receipt(
                Optional.of(gateway.submissions().get(0).attemptId()),
                Optional.empty(),
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
