package org.bookbell.dispatch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.bookbell.dispatch.DispatchHouse;
import org.bookbell.dispatch.claim.LeaseTime;
import org.bookbell.dispatch.job.batch.JobEnd;
import org.bookbell.dispatch.job.batch.JobHistory;
import org.bookbell.dispatch.job.batch.Jobs;
import org.bookbell.dispatch.job.batch.Pulse;
import org.bookbell.storage.TestDatabase;
import org.bookbell.storage.start.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TickTest {

    private final TestDatabase database = TestDatabase.h2();
    private final DispatchHouse house = new DispatchHouse(database);
    private final FakeBatch batch = new FakeBatch();
    private final AtomicLong nanos = new AtomicLong();
    private final Pulse pulse = new Pulse(nanos::get);
    private final LastTick last = new LastTick(nanos::get);
    private final Tick tick = tickOf(1);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void the_job_starts_first_as_proof_of_life() {
        tick.tick();

        assertThat(batch.started()).isEqualTo(1);
    }

    @Test
    void a_job_that_ended_while_the_database_was_gone_is_replaced_by_another() {
        tick.tick();
        house.aMessage().planned();

        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        tick.tick();
        assertThat(batch.started()).as("it may still work").isEqualTo(1);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        tick.tick();
        assertThat(batch.started()).isEqualTo(2);
    }

    @Test
    void a_job_that_could_not_be_written_down_as_ended_is_replaced_at_once() {
        tick.tick();
        house.aMessage().planned();

        new JobEnd(pulse).afterJob();
        tick.tick();

        assertThat(batch.started()).isEqualTo(2);
    }

    @Test
    void the_end_of_an_earlier_job_is_not_that_of_the_one_that_works() {
        tick.tick();
        house.aMessage().planned();

        pulse.end();
        pulse.beat();
        tick.tick();

        assertThat(batch.started()).isEqualTo(1);
    }

    @Test
    void while_nothing_is_due_the_job_does_not_start() {
        tick.tick();
        batch.complete(1);

        database.clock().advance(Duration.ofMinutes(59));
        tick.tick();

        assertThat(batch.started()).isEqualTo(1);
    }

    @Test
    void after_a_quiet_hour_it_starts_to_prove_that_it_lives() {
        tick.tick();
        batch.complete(1);

        database.clock().advance(Duration.ofHours(1));
        tick.tick();

        assertThat(batch.started()).isEqualTo(2);
    }

    @Test
    void when_a_message_is_due_the_job_starts() {
        tick.tick();
        batch.complete(1);

        house.aMessage().planned();
        tick.tick();

        assertThat(batch.started()).isEqualTo(2);
    }

    @Test
    void while_the_job_runs_no_second_one_starts() {
        house.aMessage().planned();

        tick.tick();
        tick.tick();

        assertThat(batch.started()).isEqualTo(1);
    }

    @Test
    void a_node_without_the_lease_starts_nothing() {
        tick.tick();
        var other = tickOf(2);
        house.aMessage().planned();
        batch.complete(1);

        other.tick();

        assertThat(batch.started()).isEqualTo(1);
    }

    @Test
    void what_a_dead_process_left_running_is_restarted() {
        batch.left(1);

        tick.tick();

        assertThat(batch.restarted()).containsExactly(1L);
        assertThat(batch.running()).containsExactly(1L, 2L);
    }

    @Test
    void what_was_restarted_before_is_left_alone() {
        batch.left(1);
        tick.tick();
        batch.complete(2);

        tickOf(1).tick();

        assertThat(batch.restarted()).containsExactly(1L);
    }

    @Test
    void a_tick_that_fails_leaves_no_mark_and_one_that_works_does() {
        batch.breaks(true);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        tick.tick();
        assertThat(last.silence()).isEqualTo(Duration.ofSeconds(5));

        batch.breaks(false);
        tick.tick();

        assertThat(last.silence()).isZero();
    }

    @Test
    void a_broken_repository_is_tried_again_each_second() {
        batch.breaks(true);
        tick.tick();
        batch.breaks(false);

        tick.tick();

        assertThat(batch.started()).isEqualTo(1);
    }

    private Tick tickOf(int node) {
        var lease = new Lease(database.jobsDatabase(), new LeaseTime(database.jobs()), new Node(node, "n" + node));
        var history = new JobHistory(database.jobsDatabase(), database.clock(), Duration.ofDays(3));
        return new Tick(
                house.claims(),
                house.dispatcher(),
                lease,
                new Jobs(batch::operator, history, pulse),
                last,
                database.clock());
    }
}
