package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.failover.FailingGateway;
import org.bookbell.dispatch.routing.Route;
import org.bookbell.message.MessageState;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway takes every message, and the networks deliver none of them. */
class FailOverTest {

    private static final String GERMAN = "+4915112345678";
    private static final String SWISS = "+41791234567";

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private RecordingSmsGateway main;
    private Traffic traffic;

    @BeforeEach
    void open() {
        main = house.gateway("main", 1);
        traffic = new Traffic(database, house, main);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void after_a_silent_ban_messages_go_over_the_next_gateway_and_what_was_lost_is_sent_again_once() {
        var second = house.gateway("second", 2);
        traffic.deliver(100);
        var lost = traffic.send(15);

        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        assertThat(house.failing()).singleElement().satisfies(told -> {
            assertThat(told.gateway()).isEqualTo("main");
            assertThat(told.destination()).isEmpty();
        });
        assertThat(second.submissions()).hasSize(15);
        assertThat(lost).allSatisfy(message -> {
            assertThat(house.state(message)).isEqualTo(MessageState.ACCEPTED);
            assertThat(house.attempts(message)).containsExactly("main SUSPECT", "second ACCEPTED");
            assertThat(house.history(message)).containsSubsequence("ACCEPTED", "SUSPECT", "PLANNED", "ACCEPTED");
        });
        assertThat(house.callList()).isEmpty();

        house.aMessage().planned();
        house.drain();
        assertThat(second.submissions()).as("with the next message").hasSize(16);
    }

    @Test
    void what_a_failing_gateway_takes_is_free_of_charge_until_it_works_again() {
        var second = house.gateway("second", 2);
        traffic.deliver(100);
        var banned = now();
        traffic.send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        assertThat(house.freeOfCharge()).containsExactly("main from " + banned + " open");

        traffic.recover(second);

        assertThat(house.freeOfCharge()).singleElement(STRING).endsWith("ended");
    }

    @Test
    void without_another_gateway_what_was_lost_is_on_the_call_list_at_once() {
        traffic.deliver(100);
        var lost = traffic.send(15);

        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        assertThat(lost).allSatisfy(message -> assertThat(house.state(message)).isEqualTo(MessageState.SUSPECT));
        assertThat(house.callList()).hasSize(15).containsOnly("SUSPECT");
    }

    @Test
    void what_is_no_longer_useful_is_not_sent_again_but_called_after() {
        var second = house.gateway("second", 2);
        traffic.deliver(100);
        var soon = database.clock().instant().plus(Duration.ofMinutes(5));
        var late = house.aMessage().usefulUntil(soon).planned();
        house.drain();
        traffic.send(15);

        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        assertThat(house.state(late)).isEqualTo(MessageState.SUSPECT);
        assertThat(house.callList()).contains("SUSPECT");
        assertThat(second.submissions()).hasSize(15);
    }

    @Test
    void a_receipt_that_comes_after_the_fail_over_is_believed() {
        house.gateway("second", 2);
        traffic.deliver(100);
        var lost = traffic.send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        traffic.receipt(main, lost.get(0), Receipt.State.DELIVERED);

        assertThat(house.state(lost.get(0))).isEqualTo(MessageState.DELIVERED);
        assertThat(house.attempts(lost.get(0))).containsExactly("main DELIVERED", "second ACCEPTED");
    }

    @Test
    void an_undelivered_message_goes_over_each_gateway_once_and_then_on_the_call_list() {
        var second = house.gateway("second", 2);
        var message = house.aMessage().planned();
        house.drain();

        traffic.receipt(main, message, Receipt.State.UNDELIVERED);
        house.drain();

        assertThat(house.attempts(message)).containsExactly("main UNDELIVERED", "second ACCEPTED");
        assertThat(house.callList()).isEmpty();

        traffic.receipt(second, message, Receipt.State.UNDELIVERED);
        house.drain();

        assertThat(house.state(message)).isEqualTo(MessageState.UNDELIVERED);
        assertThat(house.attempts(message)).containsExactly("main UNDELIVERED", "second UNDELIVERED");
        assertThat(house.callList()).containsExactly("UNDELIVERED");
    }

    @Test
    void a_degraded_gateway_is_probed_and_restored_when_it_delivers_again() {
        var second = house.gateway("second", 2);
        traffic.deliver(100);
        traffic.send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();
        traffic.recover(second);

        assertThat(house.failing()).isEmpty();
        int over = second.submissions().size();
        traffic.deliver(3);
        assertThat(second.submissions()).as("what goes over the second gateway").hasSize(over);
    }

    @Test
    void a_degraded_gateway_that_was_made_second_is_probed_and_restored_all_the_same() {
        var second = house.gateway("second", 2);
        traffic.ban();
        makePrimary("second");

        traffic.recover(second);

        assertThat(house.failing()).isEmpty();
        assertThat(house.freeOfCharge()).singleElement(STRING).endsWith("ended");
        int over = main.submissions().size();
        traffic.send(25);
        assertThat(main.submissions())
                .as("what goes over the one that is second now")
                .hasSize(over);
    }

    @Test
    void where_both_gateways_were_banned_each_is_restored_when_it_delivers_again() {
        var second = house.gateway("second", 2);
        traffic.ban();
        traffic.send(30);
        traffic.confirm("second", second);
        database.clock().advance(Duration.ofSeconds(1));
        house.watch();
        traffic.send(40);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();
        assertThat(house.failing()).extracting(FailingGateway::gateway).containsExactly("main", "second");

        traffic.recover(second);

        assertThat(house.failing()).isEmpty();
    }

    @Test
    void where_the_networks_of_one_country_ban_a_gateway_only_messages_to_it_go_over_the_next_one() {
        var second = house.gateway("second", 2);
        traffic.arrive(50, GERMAN);
        traffic.arrive(50, SWISS);

        var lost = new ArrayList<Long>();
        for (int round = 0; round < 8 && house.failing().isEmpty(); round++) {
            lost.addAll(traffic.send(1, SWISS));
            traffic.arrive(4, GERMAN);
            database.clock().advance(Duration.ofSeconds(11));
            house.watch();
        }
        house.drain();

        assertThat(house.failing()).extracting(FailingGateway::destination).containsExactly("+41");
        assertThat(lost)
                .allSatisfy(message ->
                        assertThat(house.attempts(message)).containsExactly("main SUSPECT", "second ACCEPTED"));
        assertThat(second.submissions()).as("Swiss ones only").hasSize(lost.size());

        var next = traffic.send(1, SWISS);
        traffic.arrive(10, GERMAN);
        assertThat(house.attempts(next.get(0))).as("or as a probe").hasSize(1);
        assertThat(second.submissions()).allMatch(sms -> sms.to().equals(SWISS));
        assertThat(house.health().listGateways())
                .extracting(GatewayHealth::state)
                .containsExactly(GatewayHealth.State.READY, GatewayHealth.State.READY);
    }

    @Test
    void what_is_known_of_a_gateway_that_is_switched_off_is_forgotten_and_it_begins_afresh() {
        house.gateway("second", 2);
        traffic.ban();
        var probes = traffic.send(25).stream()
                .filter(each -> house.attempts(each).contains("main ACCEPTED"))
                .toList();
        assertThat(probes).isNotEmpty();

        turn("main", false);

        assertThat(house.failing()).isEmpty();
        assertThat(house.inUse()).containsExactly("second");
        assertThat(house.freeOfCharge()).singleElement(STRING).endsWith("ended");
        house.drain();
        assertThat(probes)
                .extracting(house::attempts)
                .allSatisfy(attempts -> assertThat(attempts).containsExactly("main SUSPECT", "second ACCEPTED"));

        turn("main", true);

        assertThat(house.failing()).isEmpty();
        traffic.send(4);
        assertThat(house.plugins().provider().gateway("main").submissions())
                .as("since it is used again")
                .hasSize(4);
    }

    @Test
    void what_is_known_of_a_gateway_that_no_route_names_any_more_is_forgotten() {
        house.gateway("second", 2);
        traffic.ban();

        put(new Route(0, Channel.SMS, "", List.of("second")));

        assertThat(house.failing()).isEmpty();
        assertThat(house.inUse()).containsExactly("second");
    }

    private void makePrimary(String gateway) {
        database.inTransaction(() -> house.routeTable().makePrimary(Actor.system(), 0, gateway));
        house.refreshRoutes();
        house.watch();
    }

    private void put(Route route) {
        database.inTransaction(() -> house.routeTable().put(Actor.system(), route));
        house.refreshRoutes();
        house.watch();
    }

    private void turn(String gateway, boolean on) {
        database.inTransaction(() -> on
                ? house.plugins().gateways().enable(Actor.system(), gateway)
                : house.plugins().gateways().disable(Actor.system(), gateway));
        house.plugins().open().refresh();
        house.watch();
    }

    @Test
    void what_a_probe_does_not_bring_is_sent_again() {
        var second = house.gateway("second", 2);
        traffic.deliver(100);
        traffic.send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();
        int before = main.submissions().size();
        var sent = traffic.send(25);
        assertThat(main.submissions()).as("with one probe or two").hasSizeBetween(before + 1, before + 2);
        traffic.confirm("second", second);

        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        assertThat(sent)
                .extracting(house::attempts)
                .allSatisfy(attempts -> assertThat(attempts).last(STRING).startsWith("second "));
    }

    @Test
    void gateways_without_receipts_are_not_judged() {
        main.isNot(Ability.RECEIPTS);
        traffic.send(30);

        database.clock().advance(Duration.ofMinutes(10));
        house.watch();

        assertThat(house.failing()).isEmpty();
    }

    @Test
    void what_a_dead_watch_left_undone_is_done_by_the_next() {
        house.gateway("second", 2);
        traffic.deliver(100);
        var lost = traffic.send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.update("UPDATE message SET state = 'ACCEPTED' WHERE state = 'SUSPECT'");
        house.update("UPDATE attempt SET state = 'ACCEPTED' WHERE state = 'SUSPECT'");

        house.watch();

        assertThat(lost).allSatisfy(message -> assertThat(house.state(message)).isEqualTo(MessageState.SUSPECT));
    }

    private Instant now() {
        return database.clock().instant();
    }
}
