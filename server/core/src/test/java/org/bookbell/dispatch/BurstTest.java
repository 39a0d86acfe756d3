package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.bookbell.plugin.RecordingSmsGateway;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reminders fall due a hundred at a time; what arrived is known within seconds, what did not only much later. */
class BurstTest {

    private static final int BURST = 100;

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final RecordingSmsGateway main = house.gateway("main", 1);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_gateway_that_is_silent_about_three_of_ten_as_always_is_no_failing_one() {
        for (int burst = 0; burst < 10; burst++) {
            send();
            house.watch();
            database.clock().advance(Duration.ofMinutes(6));
            house.watch();

            assertThat(house.failing()).as("after burst %d", burst).isEmpty();
        }
    }

    private void send() {
        int before = main.submissions().size();
        for (int i = 0; i < BURST; i++) {
            house.aMessage().planned();
        }
        house.drain();
        var sent = main.submissions();
        for (int i = before; i < sent.size(); i++) {
            if (i * 7 % 10 < 7) {
                house.receipts().store("main", delivered(sent.get(i).attemptId()));
            }
        }
        house.receipts().apply();
    }

    private Receipt delivered(String attempt) {
        return new Receipt(
                Optional.of(attempt),
                Optional.empty(),
                Receipt.State.DELIVERED,
                Optional.of(database.clock().instant()),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty());
    }
}
