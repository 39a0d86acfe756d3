package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.dispatch.canary.Canaries;
import org.bookbell.dispatch.canary.Canary;
import org.bookbell.dispatch.canary.CanaryRelease;
import org.bookbell.dispatch.canary.CanaryRounds;
import org.bookbell.dispatch.canary.Flight;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.health.Standings;
import org.bookbell.message.MessageState;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator named a phone for the gateway "main"; "second" is another one. */
class CanaryTest {

    private static final String PHONE = "+4915112300001";

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final Standings standings = new Standings(database.clock());
    private final CanaryRelease release = new CanaryRelease(standings, new History(database.ids()), database.ids());
    private final Canaries canaries = new Canaries(
            database.sql(),
            house.plugins().gateways(),
            house.plugins().open(),
            standings,
            release,
            database.audit(),
            database.clock());
    private RecordingSmsGateway main;
    private RecordingSmsGateway second;

    @BeforeEach
    void open() {
        main = house.gateway("main", 1);
        second = house.gateway("second", 2);
        database.inTransaction(() -> canaries.name(Actor.system(), "main", "+49 151 12300001"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void one_goes_at_once_and_then_one_each_hour() {
        fly();
        fly();
        assertThat(main.submissions())
                .singleElement()
                .satisfies(sms -> assertThat(sms.to()).isEqualTo(PHONE));

        database.clock().advance(Duration.ofMinutes(59));
        fly();
        assertThat(main.submissions()).hasSize(1);

        database.clock().advance(Duration.ofMinutes(1));
        fly();
        assertThat(main.submissions()).hasSize(2);
        assertThat(second.submissions()).isEmpty();
    }

    @Test
    void after_a_pause_of_the_server_there_is_one_and_not_one_for_each_hour() {
        fly();
        database.clock().advance(Duration.ofHours(10));

        fly();
        fly();

        assertThat(main.submissions()).hasSize(2);
    }

    @Test
    void of_two_nodes_one_sends_it() {
        rounds().run();
        rounds().run();
        house.drain();

        assertThat(main.submissions()).hasSize(1);
    }

    @Test
    void one_that_arrives_is_told_with_the_time_it_took() {
        fly();
        database.clock().advance(Duration.ofSeconds(3));
        arrive();

        assertThat(canary().flights()).singleElement().satisfies(flight -> {
            assertThat(flight.outcome()).isEqualTo(Flight.Outcome.ARRIVED);
            assertThat(flight.took()).contains(Duration.ofSeconds(3));
        });
    }

    @Test
    void the_second_that_is_missed_in_a_row_degrades_the_gateway_and_messages_go_over_the_next() {
        var began = now();
        miss();
        assertThat(house.failing()).isEmpty();

        miss();

        assertThat(house.failing()).singleElement().satisfies(failing -> {
            assertThat(failing.gateway()).isEqualTo("main");
            assertThat(failing.destination()).isEmpty();
            assertThat(failing.suspectFrom()).isEqualTo(began);
        });
        assertThat(house.freeOfCharge()).containsExactly("main from " + began + " open");
        assertThat(outcomes()).containsExactly(Flight.Outcome.MISSED, Flight.Outcome.MISSED);
        house.aMessage().planned();
        house.drain();
        assertThat(second.submissions()).hasSize(1);
    }

    @Test
    void two_that_arrive_in_a_row_restore_what_two_that_were_missed_degraded() {
        miss();
        miss();

        fly();
        arrive();
        assertThat(house.failing()).hasSize(1);
        database.clock().advance(Duration.ofHours(1));
        fly();
        arrive();
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();

        assertThat(house.failing()).isEmpty();
    }

    @Test
    void while_it_is_degraded_a_missed_one_has_both_arrive_anew() {
        miss();
        miss();
        fly();
        arrive();
        database.clock().advance(Duration.ofHours(1));

        miss();
        fly();
        arrive();

        assertThat(house.failing()).hasSize(1);
    }

    @Test
    void a_phone_that_is_off_does_not_degrade_a_gateway_whose_messages_arrive() {
        for (int hours = 0; hours < 8; hours++) {
            miss();
            deliver(5);
        }

        assertThat(house.failing()).isEmpty();
    }

    @Test
    void an_undelivered_one_goes_over_no_other_gateway_and_is_nobodys_call() {
        fly();
        receipt(Receipt.State.UNDELIVERED);
        house.drain();
        database.clock().advance(Duration.ofHours(3));
        house.drain();

        assertThat(second.submissions()).isEmpty();
        assertThat(house.callList()).isEmpty();
        assertThat(outcomes()).containsExactly(Flight.Outcome.MISSED);
    }

    @Test
    void one_that_the_gateway_does_not_take_says_nothing_of_what_it_brings() {
        main.answers(sms -> SubmitResult.refused(RefusalReason.INVALID_RECIPIENT, "21211", "no such number"));
        for (int hours = 0; hours < 4; hours++) {
            miss();
        }

        assertThat(house.failing()).isEmpty();
        assertThat(outcomes()).hasSize(4).containsOnly(Flight.Outcome.NOT_SENT);
        assertThat(canary().flights().get(0).reason()).isPresent();
        assertThat(second.submissions()).isEmpty();
    }

    @Test
    void it_waits_for_its_own_gateway_and_is_dropped_when_nobody_would_wait_for_it_any_more() {
        house.update("UPDATE gateway SET enabled = FALSE WHERE name = 'main'");
        fly();
        assertThat(canary().flights()).as("over a gateway that is off").isEmpty();
        house.update("UPDATE gateway SET enabled = TRUE WHERE name = 'main'");
        rounds().run();
        database.clock().advance(Duration.ofMinutes(11));

        house.drain();

        assertThat(main.submissions()).isEmpty();
        assertThat(second.submissions()).isEmpty();
        assertThat(outcomes()).containsExactly(Flight.Outcome.NOT_SENT);
    }

    @Test
    void an_operator_sends_one_at_once_but_not_two_within_a_minute() {
        fly();
        database.clock().advance(Duration.ofMinutes(2));

        database.inTransaction(() -> canaries.sendNow(Actor.system(), "main"));
        house.drain();

        assertThat(main.submissions()).hasSize(2);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> database.inTransaction(() -> canaries.sendNow(Actor.system(), "main")))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.NOT_POSSIBLE_NOW));
    }

    @Test
    void it_is_the_servers_own_and_is_written_in_the_ledger() {
        fly();

        var message = canary().flights().get(0).messageId();
        assertThat(house.state(message)).isEqualTo(MessageState.ACCEPTED);
        assertThat(house.column(message, "organization_id")).isEqualTo("0");
        assertThat(house.column(message, "facts")).contains("Canary of the gateway main", "nothing to do");
        assertThat(house.history(message)).containsExactly("PLANNED", "CLAIMED", "SUBMITTING", "ACCEPTED");
    }

    @Test
    void none_is_named_for_what_gives_no_receipts_is_nobodys_gateway_or_has_no_such_address() {
        second.isNot(Ability.RECEIPTS);
        house.openGatewayOf(DispatchHouse.ORGANIZATION, "own");

        assertThat(refusal("second", PHONE)).isEqualTo(ProblemType.NOT_POSSIBLE_NOW);
        assertThat(refusal("own", PHONE)).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refusal("nowhere", PHONE)).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(refusal("main", "ann@example.org")).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void after_it_is_removed_none_is_sent() {
        database.inTransaction(() -> canaries.remove(Actor.system(), "main"));

        fly();

        assertThat(main.submissions()).isEmpty();
        assertThat(list()).isEmpty();
    }

    private ProblemType refusal(String gateway, String address) {
        try {
            database.inTransaction(() -> canaries.name(Actor.system(), gateway, address));
        } catch (ProblemException refusal) {
            return refusal.type();
        }
        throw new AssertionError("it was named");
    }

    /** An hour's canary goes and nothing is heard of it. */
    private void miss() {
        fly();
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();
        database.clock().advance(Duration.ofMinutes(54));
    }

    private void fly() {
        rounds().run();
        house.drain();
    }

    private CanaryRounds rounds() {
        return new CanaryRounds(database.jobsDatabase(), release, database.clock(), Duration.ofHours(1));
    }

    private void arrive() {
        receipt(Receipt.State.DELIVERED);
        house.watch();
    }

    /** What is heard of the last one. */
    private void receipt(Receipt.State state) {
        var last = main.submissions().get(main.submissions().size() - 1);
        house.receive(
                "main",
                new Receipt(
                        Optional.of(last.attemptId()),
                        Optional.empty(),
                        state,
                        Optional.of(now()),
                        Optional.empty(),
                        Optional.empty(),
                        ""));
    }

    private void deliver(int count) {
        for (int i = 0; i < count; i++) {
            house.aMessage().planned();
        }
        house.drain();
        main.submissions().forEach(sms -> {
            if (!sms.to().equals(PHONE)) {
                house.receive("main", Receipt.delivered("p-" + sms.attemptId(), now()));
            }
        });
        house.watch();
    }

    private Canary canary() {
        return list().get(0);
    }

    private List<Canary> list() {
        return database.inTransaction(canaries::list);
    }

    private List<Flight.Outcome> outcomes() {
        return canary().flights().stream().map(Flight::outcome).toList();
    }

    private Instant now() {
        return database.clock().instant();
    }
}
