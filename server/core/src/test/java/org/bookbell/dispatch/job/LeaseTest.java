package org.bookbell.dispatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.storage.TestDatabase;
import org.bookbell.storage.start.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private final TestDatabase database = TestDatabase.h2();
    private final Lease one = leaseOf(1);
    private final Lease two = leaseOf(2);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void one_node_holds_it() {
        assertThat(one.hold()).isTrue();
        assertThat(two.hold()).isFalse();
        assertThat(one.isHeld()).isTrue();
        assertThat(two.isHeld()).isFalse();
    }

    @Test
    void renewing_keeps_the_fence() {
        one.hold();
        var fence = one.fence();

        one.hold();

        assertThat(one.fence()).isEqualTo(fence);
    }

    @Test
    void an_expired_lease_is_taken_over_with_a_greater_fence() {
        one.hold();
        expire();

        assertThat(two.hold()).isTrue();
        assertThat(one.hold()).isFalse();
        assertThat(one.isHeld()).isFalse();
        assertThat(two.fence().orElseThrow()).isEqualTo(2);
    }

    @Test
    void a_holder_that_was_only_slow_keeps_an_expired_lease_nobody_took() {
        one.hold();
        expire();

        assertThat(one.hold()).isTrue();
        assertThat(one.fence()).hasValue(1);
    }

    @Test
    void a_released_lease_is_free_at_once() {
        one.hold();

        one.release();

        assertThat(one.isHeld()).isFalse();
        assertThat(two.hold()).isTrue();
    }

    @Test
    void a_new_process_takes_over_what_its_predecessor_held() {
        one.hold();

        var successor = leaseOf(1);

        assertThat(successor.hold()).isTrue();
        assertThat(successor.fence()).hasValue(2);
        assertThat(one.hold()).as("the old process, if it still lives").isFalse();
        assertThat(successor.hold()).isTrue();
    }

    @Test
    void of_two_that_race_for_the_first_lease_one_gets_it() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        List<Callable<Boolean>> race = List.of(one::hold, two::hold);

        var won = 0;
        for (var each : threads.invokeAll(race)) {
            won += each.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(won).isEqualTo(1);
    }

    private Lease leaseOf(int node) {
        return new Lease(database.jobsDatabase(), new LeaseTime(database.jobs()), new Node(node, "node-" + node));
    }

    private void expire() {
        database.inTransaction(() -> database.sql().update("UPDATE lease SET expires_at = ?", Instant.EPOCH));
    }
}
