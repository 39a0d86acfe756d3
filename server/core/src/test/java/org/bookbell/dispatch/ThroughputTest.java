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
    void messages_share_their_transactions_and_statements() {
        var gateway = house.gateway("main", 1);
        gateway.isNot(Ability.RECEIPTS);
        for (int i = 0; i < MESSAGES; i++) {
            house.aMessage().planned();
        }
        var transactions = pool.transactions();
        var statements = pool.statements();

        house.drain();
        // on a busy machine the lane may have looked stalled for a moment
        database.clock().advance(Duration.ofSeconds(2));
        house.drain();

        assertThat(gateway.submissions()).hasSize(MESSAGES);
        assertThat(pool.transactions() - transactions).isLessThan(MESSAGES / 2);
        assertThat(pool.statements() - statements).isLessThan(3 * MESSAGES);
    }

    @Test
    void asking_whether_anything_is_due_is_one_statement() {
        var before = pool.statements();

        house.claims().isAnythingDue();

        assertThat(pool.statements() - before).isEqualTo(1);
    }
}
