package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.message.MessageState.ACCEPTED;
import static org.bookbell.message.MessageState.DELIVERED;
import static org.bookbell.message.MessageState.PLANNED;
import static org.bookbell.message.MessageState.UNDELIVERED;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.storage.MovableClock;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gateways that hear of failures only, as mail servers do. */
class BouncesTest {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY_AFTERNOON = Instant.parse("2026-11-24T14:00:00Z");

    private final TestDatabase database = TestDatabase.h2();
    private final MovableClock clock = database.clock();
    private final DispatchHouse house = new DispatchHouse(database);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_hard_bounce_goes_to_the_call_list_at_once_whatever_other_gateways_there_are() {
        gateway("main", 1);
        gateway("other", 2);
        var message = sent();

        bounce(message, State.UNDELIVERED, RefusalReason.INVALID_RECIPIENT, "5.1.1");
        house.drain();

        assertThat(house.state(message)).isEqualTo(UNDELIVERED);
        assertThat(house.attempts(message)).containsExactly("main UNDELIVERED");
        assertThat(house.callList()).containsExactly("INVALID_RECIPIENT");
        assertThat(house.column(message, "reason_code")).isEqualTo("INVALID_RECIPIENT");
        assertThat(house.reason(message)).contains("the network could not deliver it (5.1.1)");
    }

    @Test
    void a_soft_bounce_is_sent_again_over_the_same_gateway_after_a_pause() {
        gateway("main", 1);
        var message = sent();

        bounce(message, State.UNDELIVERED, RefusalReason.RECIPIENT_UNREACHABLE, "5.2.2");
        house.drain();
        assertThat(house.state(message)).isEqualTo(PLANNED);
        assertThat(house.callList()).isEmpty();
        clock.advance(Duration.ofMinutes(15));
        house.drain();

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(house.attempts(message)).containsExactly("main UNDELIVERED", "main ACCEPTED");
    }

    @Test
    void soft_bounces_end_on_the_call_list_while_there_is_time_to_call() {
        gateway("main", 1);
        var message = sent();
        var tries = 0;

        while (house.callList().isEmpty()) {
            bounce(message, State.UNDELIVERED, RefusalReason.RECIPIENT_UNREACHABLE, "5.2.2");
            tries++;
            house.drain();
            clock.moveTo(earliest(message));
            house.drain();
        }

        assertThat(house.callList()).containsExactly("RECIPIENT_UNREACHABLE");
        assertThat(tries).as("none of them at night").isEqualTo(9);
        assertThat(clock.instant()).isBefore(TUESDAY_AFTERNOON.minus(Duration.ofHours(3)));
    }

    @Test
    void a_delay_counts_as_undelivered_while_there_is_time_to_call() {
        gateway("main", 1);
        var message = sent();

        bounce(message, State.BUFFERED, RefusalReason.RECIPIENT_UNREACHABLE, "4.4.1");
        house.drain();
        assertThat(house.state(message)).isEqualTo(ACCEPTED);
        assertThat(house.reason(message)).contains("not delivered yet (4.4.1)");
        assertThat(house.tryAt(message)).isEqualTo(TUESDAY_AFTERNOON.minus(Duration.ofHours(3)));
        clock.moveTo(house.tryAt(message));
        house.drain();

        assertThat(house.state(message)).isEqualTo(UNDELIVERED);
        assertThat(house.callList()).containsExactly("UNDELIVERED");
        assertThat(house.reason(message)).contains("not delivered yet (4.4.1), and nothing was heard since");
    }

    @Test
    void a_better_word_after_a_delay_is_believed() {
        gateway("main", 1);
        var message = sent();

        bounce(message, State.BUFFERED, RefusalReason.RECIPIENT_UNREACHABLE, "4.4.1");
        house.drain();
        house.receive("main", receipt(message, State.DELIVERED, Optional.empty(), Optional.empty()));
        clock.advance(Duration.ofDays(2));
        house.drain();

        assertThat(house.state(message)).isEqualTo(DELIVERED);
        assertThat(house.callList()).isEmpty();
    }

    @Test
    void a_bounce_after_a_delay_decides_at_once() {
        gateway("main", 1);
        var message = sent();

        bounce(message, State.BUFFERED, RefusalReason.RECIPIENT_UNREACHABLE, "4.4.1");
        house.drain();
        bounce(message, State.UNDELIVERED, RefusalReason.INVALID_RECIPIENT, "5.4.4");
        house.drain();

        assertThat(house.state(message)).isEqualTo(UNDELIVERED);
        assertThat(house.callList()).containsExactly("INVALID_RECIPIENT");
    }

    @Test
    void being_on_its_way_without_a_reason_changes_nothing() {
        gateway("main", 1);
        var message = sent();

        house.receive("main", receipt(message, State.BUFFERED, Optional.empty(), Optional.empty()));
        clock.advance(Duration.ofDays(2));
        house.drain();

        assertThat(house.state(message)).isEqualTo(ACCEPTED);
    }

    @Test
    void a_code_that_is_longer_than_the_ledger_shows_is_cut_there() {
        gateway("main", 1);
        var message = sent();

        house.receive("main", receipt(message, State.UNDELIVERED, Optional.empty(), Optional.of("x".repeat(60))));
        house.drain();

        assertThat(house.state(message)).isEqualTo(UNDELIVERED);
        assertThat(house.column(message, "reason_code")).isEqualTo("x".repeat(40));
    }

    private void gateway(String name, int position) {
        RecordingSmsGateway gateway = house.gateway(name, position);
        gateway.isNot(Ability.RECEIPTS);
    }

    private long sent() {
        clock.moveTo(MONDAY_MORNING);
        var message = house.aMessage()
                .forAppointmentAt(TUESDAY_AFTERNOON)
                .usefulUntil(TUESDAY_AFTERNOON)
                .planned();
        house.drain();
        return message;
    }

    private Instant earliest(long message) {
        var next = house.tryAt(message);
        return next.isBefore(TUESDAY_AFTERNOON) ? next : clock.instant();
    }

    private void bounce(long message, State state, RefusalReason reason, String code) {
        house.receive("main", receipt(message, state, Optional.of(reason), Optional.of(code)));
    }

    private Receipt receipt(long message, State state, Optional<RefusalReason> reason, Optional<String> code) {
        return new Receipt(
                Optional.of(house.attemptOf(message, "main")),
                Optional.empty(),
                state,
                Optional.of(clock.instant()),
                code,
                Optional.empty(),
                "",
                reason);
    }
}
