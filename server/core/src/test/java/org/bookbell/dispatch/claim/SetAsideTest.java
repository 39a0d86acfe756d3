package org.bookbell.dispatch.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.DispatchHouse;
import org.bookbell.dispatch.watchdog.TestWatchdog;
import org.bookbell.dispatch.watchdog.Trouble;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.Ledger;
import org.bookbell.message.ledger.LedgerFilter;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that cannot be read: each ends by itself, and the others do not notice. */
class SetAsideTest {

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);

    @BeforeEach
    void open() {
        house.gateway("main", 1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind = 'NOBODY'", "channel = 'PIGEON'", "recipient_kind = 'NOBODY'"})
    void a_row_with_a_word_that_nobody_knows_is_set_aside_and_the_others_are_sent(String poison) {
        var bad = house.aMessage().planned();
        house.update("UPDATE message SET " + poison + " WHERE id = ?", bad);
        var good = List.of(house.aMessage().planned(), house.aMessage().planned());

        house.drain();

        assertThat(good).extracting(house::state).containsOnly(MessageState.ACCEPTED);
        assertThat(house.state(bad)).isEqualTo(MessageState.SKIPPED);
        assertThat(house.column(bad, "reason_code")).isEqualTo("UNREADABLE");
        assertThat(house.history(bad)).containsExactly("SKIPPED");
        assertThat(house.callList()).containsExactly("UNREADABLE");
    }

    @Test
    void an_attempt_in_a_state_that_nobody_knows_sets_its_message_aside_alone_and_is_unclear_from_then_on() {
        var bad = house.aMessage().planned();
        var good = house.aMessage().planned();
        house.drain();
        house.update("UPDATE attempt SET state = 'NOBODY' WHERE message_id = ?", bad);
        house.update("UPDATE message SET state = 'PLANNED', try_at = due_at WHERE id IN (?, ?)", bad, good);

        house.drain();

        assertThat(house.state(good)).isEqualTo(MessageState.ACCEPTED);
        assertThat(house.attempts(good)).hasSize(2);
        assertThat(house.state(bad)).isEqualTo(MessageState.SKIPPED);
        assertThat(house.attempts(bad)).containsExactly("main UNCLEAR");
        assertThat(house.callList()).containsExactly("UNREADABLE");
    }

    @Test
    void what_a_gateway_may_have_taken_is_unknown_and_called_after() {
        var bad = house.aMessage().planned();
        var late = house.aMessage().planned();
        house.plugins().provider().gateway("main").answers(sms -> new SubmitResult.Unclear("?"));
        house.drain();
        house.update("UPDATE message SET channel = 'PIGEON' WHERE id = ?", bad);
        house.plugins().provider().gateway("main").answers(sms -> SubmitResult.accepted("a", 1));
        database.clock().advance(Duration.ofMinutes(2));

        house.drain();

        assertThat(house.state(late)).isEqualTo(MessageState.ACCEPTED);
        assertThat(house.state(bad)).isEqualTo(MessageState.UNKNOWN);
        assertThat(house.callList()).containsExactly("UNREADABLE");
    }

    @Test
    void what_a_dead_sender_left_in_submission_goes_its_way_step_by_step() {
        var bad = house.aMessage().planned();
        house.update(
                "UPDATE message SET channel = 'PIGEON', state = 'SUBMITTING', claim_fence = 1, claimed_until = ?"
                        + " WHERE id = ?",
                Instant.EPOCH,
                bad);

        house.drain();

        assertThat(house.history(bad)).containsExactly("UNCLEAR", "UNKNOWN");
        assertThat(house.callList()).containsExactly("UNREADABLE");
    }

    @Test
    void a_zone_that_this_server_does_not_know_costs_no_message() {
        house.update("UPDATE organization SET zone = 'Europe/Nowhere' WHERE id = ?", DispatchHouse.ORGANIZATION);
        var message = house.aMessage().planned();

        house.drain();

        assertThat(house.state(message)).isEqualTo(MessageState.ACCEPTED);
    }

    @Test
    void the_watchdog_tells_it_and_stops_telling() {
        var bad = house.aMessage().planned();
        house.update("UPDATE message SET kind = 'NOBODY' WHERE id = ?", bad);
        house.drain();

        try (var watchdog =
                TestWatchdog.of(database, house.health(), house.plugins().open(), house.calls())) {
            watchdog.look();
            watchdog.look();
            watchdog.look();
            assertThat(watchdog.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.UNREADABLE);
            assertThat(watchdog.heard()).containsExactly("POST /hook UNREADABLE");

            database.clock().advance(Duration.ofMinutes(10));
            watchdog.look();

            assertThat(watchdog.heard())
                    .containsExactly("POST /hook UNREADABLE", "POST /hook UNREADABLE_OVER", "GET /heartbeat");
        }
    }

    @Test
    void lists_show_what_cannot_be_read_among_the_rest() {
        var bad = house.aMessage().planned();
        house.update("UPDATE message SET kind = 'NOBODY', recipient_kind = 'NOBODY', facts = '{' WHERE id = ?", bad);
        house.drain();

        var shown = database.inTransaction(() ->
                new Ledger(database.sql()).list(DispatchHouse.ORGANIZATION, LedgerFilter.ALL, Optional.empty(), 10));
        var calls = database.inTransaction(
                () -> new CallList(database.sql(), database.ids(), database.clock(), database.audit())
                        .list(DispatchHouse.ORGANIZATION, 10));

        assertThat(shown)
                .singleElement()
                .satisfies(entry -> assertThat(entry.id()).isEqualTo(bad));
        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.messageId()).isEqualTo(bad));
    }
}
