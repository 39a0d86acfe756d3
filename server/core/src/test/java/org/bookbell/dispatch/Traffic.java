package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.dispatch.failover.FailingGateway;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.TestDatabase;

/** What is sent over the gateways of a house, and what the networks report of it. */
final class Traffic {

    private static final int MOST_ROUNDS = 40;
    private static final String GERMAN = "+4915112345678";

    private final TestDatabase database;
    private final DispatchHouse house;
    private final RecordingSmsGateway main;
    private final Map<String, Integer> arrived = new HashMap<>();

    /** Over {@code main} first. */
    Traffic(TestDatabase database, DispatchHouse house, RecordingSmsGateway main) {
        this.database = database;
        this.house = house;
        this.main = main;
    }

    /** Messages over the main gateway that arrive within a second. */
    void deliver(int count) {
        var delivered = send(count).stream()
                .map(message -> receiptOf("main", message, Receipt.State.DELIVERED))
                .toList();
        house.receive("main", delivered);
        database.clock().advance(Duration.ofSeconds(1));
        house.watch();
    }

    /** Sends until enough probes arrived. */
    void recover(RecordingSmsGateway second) {
        for (int round = 0; round < MOST_ROUNDS && !house.failing().isEmpty(); round++) {
            send(25);
            confirm("main", main);
            confirm("second", second);
            database.clock().advance(Duration.ofSeconds(20));
            house.watch();
        }
    }

    /** Everything that {@code gateway} took and that has not arrived yet does so. */
    void confirm(String name, RecordingSmsGateway gateway) {
        var taken = gateway.submissions();
        var delivered = taken.subList(arrived.getOrDefault(name, 0), taken.size()).stream()
                .map(sms -> Receipt.delivered("p-" + sms.attemptId(), now()))
                .toList();
        house.receive(name, delivered);
        arrived.put(name, taken.size());
    }

    List<Long> send(int count) {
        return send(count, GERMAN);
    }

    List<Long> send(int count, String number) {
        var messages = house.plan(count, () -> house.aMessage().to(number));
        house.drain();
        return messages;
    }

    void receipt(RecordingSmsGateway gateway, long message, Receipt.State state) {
        var name = gateway == main ? "main" : "second";
        house.receive(name, receiptOf(name, message, state));
    }

    private Receipt receiptOf(String gateway, long message, Receipt.State state) {
        return new Receipt(
                Optional.of(house.attemptOf(message, gateway)),
                Optional.empty(),
                state,
                Optional.of(now()),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private Instant now() {
        return database.clock().instant();
    }

    void arrive(int count, String number) {
        send(count, number).forEach(message -> receipt(main, message, Receipt.State.DELIVERED));
        database.clock().advance(Duration.ofSeconds(1));
        house.watch();
    }

    /** The main gateway is found to bring nothing. */
    void ban() {
        deliver(100);
        send(15);
        database.clock().advance(Duration.ofMinutes(6));
        house.watch();
        house.drain();
        assertThat(house.failing()).extracting(FailingGateway::gateway).containsExactly("main");
    }
}
