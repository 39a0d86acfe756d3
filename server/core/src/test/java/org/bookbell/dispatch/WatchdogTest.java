package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.bookbell.access.TestMembers;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.dispatch.watchdog.TestWatchdog;
import org.bookbell.dispatch.watchdog.Trouble;
import org.bookbell.dispatch.watchdog.TroublesWatched;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps messages from being sent, and who hears of it. */
class WatchdogTest {

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final TestWatchdog watchdog =
            TestWatchdog.of(database, house.health(), house.plugins().open(), house.calls());

    @BeforeEach
    void open() {
        house.gateway("main", 1);
    }

    @AfterEach
    void close() {
        watchdog.close();
        house.close();
    }

    @Test
    void while_all_is_well_it_is_quiet_and_the_heart_beats() {
        house.aMessage().planned();
        house.drain();

        watchdog.look();

        assertThat(watchdog.troubles()).isEmpty();
        assertThat(watchdog.heard()).containsExactly("GET /heartbeat");
    }

    @Test
    void a_job_that_does_not_run_is_told_once_when_two_looks_saw_it_and_when_it_is_over() {
        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(4));

        watchdog.look();
        assertThat(watchdog.troubles()).as("after one look").isEmpty();
        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.LATE);
        assertThat(watchdog.heard()).containsExactly("POST /hook LATE");

        house.drain();
        watchdog.look();

        assertThat(watchdog.troubles()).isEmpty();
        assertThat(watchdog.heard()).containsExactly("POST /hook LATE", "POST /hook LATE_OVER", "GET /heartbeat");
    }

    @Test
    void every_node_hears_at_each_look_what_was_raised_and_lasts() {
        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(4));
        try (var other =
                TestWatchdog.of(database, house.health(), house.plugins().open(), house.calls())) {
            watchdog.look();
            watchdog.look();
            other.look();
            house.drain();
            watchdog.look();

            assertThat(watchdog.watched())
                    .extracting(TroublesWatched::lasting)
                    .containsExactly(Set.of(), Set.of(Trouble.Kind.LATE), Set.of());
            assertThat(other.watched()).extracting(TroublesWatched::lasting).containsExactly(Set.of(Trouble.Kind.LATE));
        }
    }

    @Test
    void who_waits_for_its_own_gateways_by_its_own_choice_alarms_nobody() {
        database.inTransaction(
                () -> house.fallBack().useOwnOnly(Actor.member(1), DispatchHouse.ORGANIZATION, Set.of(Channel.SMS)));
        house.refreshRoutes();
        house.aMessage().planned();
        house.drain();
        database.clock().advance(Duration.ofMinutes(4));

        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).isEmpty();

        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(4));
        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles())
                .as("nobody looked at the second one")
                .extracting(Trouble::kind)
                .containsExactly(Trouble.Kind.LATE);
    }

    @Test
    void what_is_over_is_told_while_another_trouble_lasts() {
        var message = house.aMessage().planned();
        house.update(
                "UPDATE message SET state = 'CLAIMED', claim_fence = 1, claimed_until = ? WHERE id = ?",
                Instant.EPOCH,
                message);
        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(4));
        watchdog.look();
        watchdog.look();

        house.update("UPDATE message SET state = 'ACCEPTED', claimed_until = NULL WHERE id = ?", message);
        watchdog.look();

        assertThat(watchdog.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.LATE);
        assertThat(watchdog.heard()).containsExactly("POST /hook LATE", "POST /hook STUCK", "POST /hook STUCK_OVER");
    }

    @Test
    void a_trouble_that_lasts_is_told_again_each_hour() {
        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(4));
        watchdog.look();
        watchdog.look();

        database.clock().advance(Duration.ofHours(1));
        watchdog.look();
        watchdog.look();

        assertThat(watchdog.heard()).containsExactly("POST /hook LATE", "POST /hook LATE");
    }

    @Test
    void of_two_nodes_one_tells() {
        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(4));
        try (var other =
                TestWatchdog.of(database, house.health(), house.plugins().open(), house.calls())) {
            watchdog.look();
            other.look();
            watchdog.look();
            other.look();

            assertThat(watchdog.heard().size() + other.heard().size()).isEqualTo(1);
            assertThat(other.troubles()).hasSize(1);
        }
    }

    @Test
    void a_message_that_is_put_off_again_and_again_is_late_all_the_same() {
        house.plugins()
                .provider()
                .gateway("main")
                .answers(sms -> SubmitResult.refused(RefusalReason.UNAVAILABLE, "503", ""));
        house.aMessage().planned();
        for (int minute = 0; minute < 5; minute++) {
            house.drain();
            database.clock().advance(Duration.ofMinutes(1));
        }

        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.LATE);
    }

    @Test
    void what_waits_for_its_minute_by_a_limit_is_not_late_until_that_has_passed() {
        var message = house.aMessage().planned();
        house.update(
                "UPDATE message SET reason_code = 'THROTTLED', try_at = ? WHERE id = ?",
                database.clock().instant().plus(Duration.ofMinutes(10)),
                message);
        database.clock().advance(Duration.ofMinutes(9));
        watchdog.look();
        watchdog.look();
        assertThat(watchdog.troubles()).isEmpty();

        database.clock().advance(Duration.ofMinutes(5));
        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.LATE);
    }

    @Test
    void what_waits_for_the_morning_is_no_trouble_before_and_none_when_it_comes() {
        database.clock().moveTo(Instant.parse("2026-11-02T21:00:00Z"));
        house.aMessage().usefulUntil(Instant.parse("2026-11-03T12:00:00Z")).planned();
        house.drain();
        watchdog.look();
        watchdog.look();
        database.clock().moveTo(Instant.parse("2026-11-03T07:00:00Z"));
        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).isEmpty();
    }

    @Test
    void what_waits_for_a_full_mailbox_is_no_trouble_of_ours() {
        var message = house.aMessage().planned();
        house.update(
                "UPDATE message SET reason_code = 'RECIPIENT_UNREACHABLE', try_at = ? WHERE id = ?",
                database.clock().instant().plus(Duration.ofMinutes(15)),
                message);
        database.clock().advance(Duration.ofMinutes(14));

        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).isEmpty();
    }

    @Test
    void claims_of_a_sender_that_is_gone_are_noticed() {
        var message = house.aMessage().planned();
        house.update(
                "UPDATE message SET state = 'CLAIMED', claim_fence = 1, claimed_until = ? WHERE id = ?",
                Instant.EPOCH,
                message);

        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.STUCK);
    }

    @Test
    void where_there_is_no_gateway_at_all_the_messages_say_so_themselves() {
        database.inTransaction(() -> house.plugins().gateways().disable(Actor.system(), "main"));
        house.plugins().open().refresh();
        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(10));

        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).isEmpty();
    }

    @Test
    void a_gateway_that_hangs_alarms_though_nothing_waits_for_its_turn() {
        house.plugins().provider().gateway("main").answers(sms -> new SubmitResult.Unclear("no answer"));
        house.aMessage().planned();
        house.drain();
        watchdog.look();
        watchdog.look();
        assertThat(watchdog.troubles()).as("a receipt may come").isEmpty();

        database.clock().advance(Duration.ofMinutes(2));
        house.drain();
        database.clock().advance(Duration.ofMinutes(1));
        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.UNANSWERED);
        assertThat(watchdog.heard()).contains("POST /hook UNANSWERED");

        house.plugins().provider().gateway("main").answers(sms -> SubmitResult.accepted("later", 1));
        house.aMessage().planned();
        house.drain();
        watchdog.look();

        assertThat(watchdog.troubles())
                .as("one message stays unclear, but its gateway works again")
                .isEmpty();
    }

    @Test
    void what_is_past_its_time_and_has_no_outcome_is_noticed_whatever_its_state() {
        for (var state : List.of("PLANNED", "HELD", "UNCLEAR", "ACCEPTED", "SUSPECT")) {
            var message = house.aMessage().planned();
            var past = database.clock().instant();
            house.update(
                    "UPDATE message SET state = ?, try_at = ?, useful_until = ?, reason_code = 'THROTTLED' WHERE id = ?",
                    state,
                    past,
                    past,
                    message);
            database.clock().advance(Duration.ofMinutes(4));
            watchdog.look();
            watchdog.look();

            assertThat(watchdog.troubles()).as(state).extracting(Trouble::kind).contains(Trouble.Kind.OVERDUE);
            house.update("UPDATE message SET state = 'SKIPPED' WHERE id = ?", message);
            watchdog.look();
            assertThat(watchdog.troubles()).as("after " + state).isEmpty();
        }
    }

    @Test
    void what_was_accepted_by_a_gateway_without_receipts_has_its_outcome() {
        var message = house.aMessage().planned();
        house.update("UPDATE message SET state = 'ACCEPTED', try_at = ? WHERE id = ?", RetryRule.NEVER, message);
        database.clock().advance(Duration.ofDays(2));

        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).isEmpty();
    }

    @Test
    void a_tick_that_stopped_is_told_by_its_node_and_by_no_other() {
        try (var other =
                TestWatchdog.of(database, house.health(), house.plugins().open(), house.calls())) {
            watchdog.misses(Duration.ofSeconds(61));

            watchdog.look();
            watchdog.look();
            other.look();
            watchdog.look();

            assertThat(watchdog.heard()).containsExactly("POST /hook SCHEDULER");
            assertThat(other.heard()).containsExactly("GET /heartbeat");
        }
    }

    @Test
    void a_database_that_takes_no_changes_is_told_once_an_hour_and_when_it_is_over() {
        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(4));
        watchdog.losesWrites();

        watchdog.look();
        watchdog.look();
        watchdog.look();
        assertThat(watchdog.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.READ_ONLY);
        assertThat(watchdog.heard()).containsExactly("POST /hook READ_ONLY");
        database.clock().advance(Duration.ofHours(1));
        watchdog.look();
        assertThat(watchdog.heard()).containsExactly("POST /hook READ_ONLY", "POST /hook READ_ONLY");

        watchdog.findsDatabase();
        house.drain();
        watchdog.look();

        assertThat(watchdog.troubles()).isEmpty();
        assertThat(watchdog.heard()).endsWith("POST /hook READ_ONLY", "POST /hook READ_ONLY_OVER", "GET /heartbeat");
    }

    @Test
    void an_email_gateway_that_hangs_keeps_the_alarm_from_nobody() {
        TestMembers.on(database).addOperator("root@example.org");
        var end = new CountDownLatch(1);
        var letters = house.plugins().letters();
        letters.hangs("hanging", end);
        house.plugins().addLetters(0, "hanging");
        house.plugins().addLetters(0, "letters");
        house.aMessage().planned();
        database.clock().advance(Duration.ofMinutes(4));

        watchdog.look();
        watchdog.look();
        end.countDown();

        assertThat(watchdog.heard()).containsExactly("POST /hook LATE");
        assertThat(letters.submissions("letters")).singleElement().satisfies(alarm -> {
            assertThat(alarm.to()).isEqualTo("root@example.org");
            assertThat(alarm.subject()).isEqualTo("Bookbell: messages are not sent (LATE)");
        });
    }

    @Test
    void a_database_that_does_not_answer_is_told_without_it() {
        watchdog.losesDatabase();

        watchdog.look();
        watchdog.look();
        watchdog.look();

        assertThat(watchdog.troubles()).extracting(Trouble::kind).containsExactly(Trouble.Kind.DATABASE);
        assertThat(watchdog.heard()).containsExactly("POST /hook DATABASE");
    }
}
