package org.bookbell.dispatch.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bookbell.dispatch.DispatchHouse;
import org.bookbell.plugin.gateway.ReceiptSink;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.Reply;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiptIntakeTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final ReceiptSink intake = house.intake();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void what_is_stored_twice_at_once_and_later_is_one_row() {
        var receipt = Receipt.delivered("p1", NOON);

        intake.receive("main", List.of(receipt, receipt), List.of());
        intake.receive("main", List.of(receipt, Receipt.delivered("p2", NOON)), List.of());

        assertThat(count("receipt")).isEqualTo(2);
    }

    @Test
    void a_call_with_known_and_new_receipts_stores_the_new_ones() {
        var all = IntStream.range(0, 300)
                .mapToObj(n -> Receipt.delivered("p" + n, NOON))
                .toList();

        intake.receive("main", all.subList(0, 200), List.of());
        intake.receive("main", all, List.of());

        assertThat(count("receipt")).isEqualTo(300);
    }

    @Test
    void the_same_receipt_from_many_threads_is_one_row() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(16);
        try {
            var calls = new ArrayList<Callable<Boolean>>();
            for (var i = 0; i < 160; i++) {
                var receipt = Receipt.delivered("p" + i % 10, NOON);
                calls.add(() -> {
                    intake.receive("main", List.of(receipt), List.of());
                    return true;
                });
            }
            for (var done : threads.invokeAll(calls)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(count("receipt")).isEqualTo(10);
    }

    @Test
    void the_same_id_at_another_gateway_is_another_receipt() {
        intake.receive("main", List.of(Receipt.delivered("p1", NOON)), List.of());
        intake.receive("other", List.of(Receipt.delivered("p1", NOON)), List.of());

        assertThat(count("receipt")).isEqualTo(2);
    }

    @Test
    void an_id_longer_than_any_is_stored_and_harms_nobody() {
        intake.receive("main", List.of(Receipt.delivered("x".repeat(5000), NOON)), List.of());

        assertThat(count("receipt")).isEqualTo(1);
    }

    @Test
    void a_reply_that_comes_again_is_one_row_even_if_it_is_spelt_otherwise() {
        intake.receive("main", List.of(), List.of(reply(Optional.of("r1"), "C")));
        intake.receive("main", List.of(), List.of(reply(Optional.of("r1"), "C ")));

        assertThat(count("reply")).isEqualTo(1);
    }

    @Test
    void a_reply_without_an_id_is_another_one_when_it_comes_much_later() {
        intake.receive("main", List.of(), List.of(reply(Optional.empty(), "C")));
        intake.receive("main", List.of(), List.of(reply(Optional.empty(), "C")));
        assertThat(count("reply")).isEqualTo(1);

        database.clock().advance(Duration.ofHours(1));
        intake.receive("main", List.of(), List.of(reply(Optional.empty(), "C")));

        assertThat(count("reply")).isEqualTo(2);
    }

    private static Reply reply(Optional<String> id, String text) {
        return new Reply("+4915112345678", Optional.of("+4930123456"), text, id, Optional.empty(), "raw");
    }

    private long count(String table) {
        return database.inTransaction(() -> database.sql().count("SELECT COUNT(*) FROM " + table));
    }
}
