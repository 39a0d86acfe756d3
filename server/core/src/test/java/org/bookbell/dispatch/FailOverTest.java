package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final int MOST_ROUNDS = 40;
    private static final String GERMAN = "+4915112345678";
    private static final String SWISS = "+41791234567";

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final Map<String, Integer> arrived = new HashMap<>();
    private RecordingSmsGateway main;

    @BeforeEach
    void open() {
        main = house.gateway("main", 1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void after_a_silent_ban_messages_go_over_the_next_gateway_and_what_was_lost_is_sent_again_once() {
        var second = house.gateway("second", 2);
        deliver(100);
        var lost = send(15);

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
        deliver(100);
        var banned = now();
        send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        assertThat(house.freeOfCharge()).containsExactly("main from " + banned + " open");

        recover(second);

        assertThat(house.freeOfCharge()).singleElement(STRING).endsWith("ended");
    }

    @Test
    void without_another_gateway_what_was_lost_is_on_the_call_list_at_once() {
        deliver(100);
        var lost = send(15);

        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        assertThat(lost).allSatisfy(message -> assertThat(house.state(message)).isEqualTo(MessageState.SUSPECT));
        assertThat(house.callList()).hasSize(15).containsOnly("SUSPECT");
    }

    @Test
    void what_is_no_longer_useful_is_not_sent_again_but_called_after() {
        var second = house.gateway("second", 2);
        deliver(100);
        var soon = database.clock().instant().plus(Duration.ofMinutes(5));
        var late = house.aMessage().usefulUntil(soon).planned();
        house.drain();
        send(15);

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
        deliver(100);
        var lost = send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();

        receipt(main, lost.get(0), Receipt.State.DELIVERED);

        assertThat(house.state(lost.get(0))).isEqualTo(MessageState.DELIVERED);
        assertThat(house.attempts(lost.get(0))).containsExactly("main DELIVERED", "second ACCEPTED");
    }

    @Test
    void an_undelivered_message_goes_over_each_gateway_once_and_then_on_the_call_list() {
        var second = house.gateway("second", 2);
        var message = house.aMessage().planned();
        house.drain();

        receipt(main, message, Receipt.State.UNDELIVERED);
        house.drain();

        assertThat(house.attempts(message)).containsExactly("main UNDELIVERED", "second ACCEPTED");
        assertThat(house.callList()).isEmpty();

        receipt(second, message, Receipt.State.UNDELIVERED);
        house.drain();

        assertThat(house.state(message)).isEqualTo(MessageState.UNDELIVERED);
        assertThat(house.attempts(message)).containsExactly("main UNDELIVERED", "second UNDELIVERED");
        assertThat(house.callList()).containsExactly("UNDELIVERED");
    }

    @Test
    void a_degraded_gateway_is_probed_and_restored_when_it_delivers_again() {
        var second = house.gateway("second", 2);
        deliver(100);
        send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();
        recover(second);

        assertThat(house.failing()).isEmpty();
        int over = second.submissions().size();
        deliver(3);
        assertThat(second.submissions()).as("what goes over the second gateway").hasSize(over);
    }

    @Test
    void a_degraded_gateway_that_was_made_second_is_probed_and_restored_all_the_same() {
        var second = house.gateway("second", 2);
        ban();
        makePrimary("second");

        recover(second);

        assertThat(house.failing()).isEmpty();
        assertThat(house.freeOfCharge()).singleElement(STRING).endsWith("ended");
        int over = main.submissions().size();
        send(25);
        assertThat(main.submissions())
                .as("what goes over the one that is second now")
                .hasSize(over);
    }

    @Test
    void where_both_gateways_were_banned_each_is_restored_when_it_delivers_again() {
        var second = house.gateway("second", 2);
        ban();
        send(30);
        confirm("second", second);
        database.clock().advance(Duration.ofSeconds(1));
        house.watch();
        send(40);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();
        assertThat(house.failing()).extracting(FailingGateway::gateway).containsExactly("main", "second");

        recover(second);

        assertThat(house.failing()).isEmpty();
    }

    @Test
    void where_the_networks_of_one_country_ban_a_gateway_only_messages_to_it_go_over_the_next_one() {
        var second = house.gateway("second", 2);
        arrive(50, GERMAN);
        arrive(50, SWISS);

        var lost = new ArrayList<Long>();
        for (int round = 0; round < 8 && house.failing().isEmpty(); round++) {
            lost.addAll(send(1, SWISS));
            arrive(4, GERMAN);
            database.clock().advance(Duration.ofSeconds(11));
            house.watch();
        }
        house.drain();

        assertThat(house.failing()).extracting(FailingGateway::destination).containsExactly("+41");
        assertThat(lost)
                .allSatisfy(message ->
                        assertThat(house.attempts(message)).containsExactly("main SUSPECT", "second ACCEPTED"));
        assertThat(second.submissions()).as("Swiss ones only").hasSize(lost.size());

        var next = send(1, SWISS);
        arrive(10, GERMAN);
        assertThat(house.attempts(next.get(0))).as("or as a probe").hasSize(1);
        assertThat(second.submissions()).allMatch(sms -> sms.to().equals(SWISS));
        assertThat(house.health().listGateways())
                .extracting(GatewayHealth::state)
                .containsExactly(GatewayHealth.State.READY, GatewayHealth.State.READY);
    }

    private void arrive(int count, String number) {
        send(count, number).forEach(message -> receipt(main, message, Receipt.State.DELIVERED));
        database.clock().advance(Duration.ofSeconds(1));
        house.watch();
    }

    @Test
    void what_is_known_of_a_gateway_that_is_switched_off_is_forgotten_and_it_begins_afresh() {
        house.gateway("second", 2);
        ban();
        var probes = send(25).stream()
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
        send(4);
        assertThat(house.plugins().provider().gateway("main").submissions())
                .as("since it is used again")
                .hasSize(4);
    }

    @Test
    void what_is_known_of_a_gateway_that_no_route_names_any_more_is_forgotten() {
        house.gateway("second", 2);
        ban();

        put(new Route(0, Channel.SMS, "", List.of("second")));

        assertThat(house.failing()).isEmpty();
        assertThat(house.inUse()).containsExactly("second");
    }

    /** The main gateway is found to bring nothing. */
    private void ban() {
        deliver(100);
        send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();
        assertThat(house.failing()).extracting(FailingGateway::gateway).containsExactly("main");
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
        deliver(100);
        send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();
        int before = main.submissions().size();
        var sent = send(25);
        assertThat(main.submissions()).as("with one probe or two").hasSizeBetween(before + 1, before + 2);
        confirm("second", second);

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
        send(30);

        database.clock().advance(Duration.ofMinutes(10));
        house.watch();

        assertThat(house.failing()).isEmpty();
    }

    @Test
    void what_a_dead_watch_left_undone_is_done_by_the_next() {
        house.gateway("second", 2);
        deliver(100);
        var lost = send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.update("UPDATE message SET state = 'ACCEPTED' WHERE state = 'SUSPECT'");
        house.update("UPDATE attempt SET state = 'ACCEPTED' WHERE state = 'SUSPECT'");

        house.watch();

        assertThat(lost).allSatisfy(message -> assertThat(house.state(message)).isEqualTo(MessageState.SUSPECT));
    }

    /** Messages over the main gateway that arrive within a second. */
    private void deliver(int count) {
        for (var message : send(count)) {
            receipt(main, message, Receipt.State.DELIVERED);
        }
        database.clock().advance(Duration.ofSeconds(1));
        house.watch();
    }

    /** Sends until enough probes arrived. */
    private void recover(RecordingSmsGateway second) {
        for (int round = 0; round < MOST_ROUNDS && !house.failing().isEmpty(); round++) {
            send(25);
            confirm("main", main);
            confirm("second", second);
            database.clock().advance(Duration.ofSeconds(20));
            house.watch();
        }
    }

    /** Everything that {@code gateway} took and that has not arrived yet does so. */
    private void confirm(String name, RecordingSmsGateway gateway) {
        var taken = gateway.submissions();
        taken.subList(arrived.getOrDefault(name, 0), taken.size())
                .forEach(sms -> house.receive(name, Receipt.delivered("p-" + sms.attemptId(), now())));
        arrived.put(name, taken.size());
    }

    private List<Long> send(int count) {
        return send(count, GERMAN);
    }

    private List<Long> send(int count, String number) {
        var messages = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            messages.add(house.aMessage().to(number).planned());
        }
        house.drain();
        return messages;
    }

    private void receipt(RecordingSmsGateway gateway, long message, Receipt.State state) {
        var name = gateway == main ? "main" : "second";
        var attempt = house.attemptOf(message, name);
        house.receive(
                name,
                new Receipt(
                        Optional.of(attempt),
                        Optional.empty(),
                        state,
                        Optional.of(now()),
                        Optional.empty(),
                        Optional.empty(),
                        ""));
    }

    private Instant now() {
        return database.clock().instant();
    }
}
