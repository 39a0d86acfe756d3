package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What sending costs, counted rather than timed. */
class ThroughputTest {

    private static final int MESSAGES = 1_000;

    private final CountedPool pool = new CountedPool();
    private final TestDatabase database = TestDatabase.on(pool);
    private final DispatchHouse house = new DispatchHouse(database);

    @AfterEach
    void close() {
        house.close();
        pool.close();
    }

    @Test
    void a_message_costs_three_transactions_at_most() {
        var gateway = house.gateway("main", 1);
        gateway.isNot(Ability.RECEIPTS);
        for (int i = 0; i < MESSAGES; i++) {
            house.aMessage().planned();
        }
        var before = pool.transactions();

        house.drain();
        // on a busy machine the lane may have looked stalled for a moment
        database.clock().advance(Duration.ofSeconds(2));
        house.drain();

        assertThat(gateway.submissions()).hasSize(MESSAGES);
        assertThat(pool.transactions() - before).isLessThan(3 * MESSAGES + 100);
    }

    @Test
    void asking_whether_anything_is_due_is_one_statement() {
        var before = pool.statements();

        house.claims().isAnythingDue();

        assertThat(pool.statements() - before).isEqualTo(1);
    }
}
