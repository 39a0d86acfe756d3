package org.bookbell.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bookbell.dispatch.Lane.Crew;
import org.bookbell.dispatch.Lane.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore done = new Semaphore(0);
    private final Semaphore hung = new Semaphore(0);
    private final List<Runnable> ends = new ArrayList<>();
    private final BlockingQueue<Runnable> unfinished = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        hung.release(Integer.MAX_VALUE);
        threads.shutdownNow();
    }

    @Test
    void every_errand_is_run_once() throws InterruptedException {
        var lane = new Lane<Integer>(
                threads, errands -> errands.stream().map(this::finished).toList());

        for (int i = 0; i < 1_000; i++) {
            assertThat(lane.offer(i)).isTrue();
        }

        assertThat(done.tryAcquire(1_000, 20, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).hasValue(1_000);
    }

    @Test
    void no_more_are_under_way_than_may_be_in_doubt() throws InterruptedException {
        var lane = new Lane<Integer>(
                threads, errands -> errands.stream().map(this::unfinished).toList());

        for (int i = 0; i < 100; i++) {
            lane.offer(i);
        }

        for (int i = 0; i <= Lane.UNDER_WAY - Lane.FEWEST; i++) {
            assertThat(next()).isNotNull();
        }
        assertThat(begun.get()).isLessThanOrEqualTo(Lane.UNDER_WAY);
        for (int i = 0; i < Lane.FEWEST; i++) {
            ends.get(i).run();
        }
        await().until(() -> begun.get() > Lane.UNDER_WAY);
        assertThat(begun.get()).isLessThanOrEqualTo(Lane.UNDER_WAY + Lane.FEWEST);
    }

    @Test
    void more_are_under_way_of_what_may_be_run_twice() throws InterruptedException {
        var lane = new Lane<Integer>(threads, new Crew<>() {
            @Override
            public List<Task> begin(List<Integer> errands) {
                return errands.stream().map(LaneTest.this::unfinished).toList();
            }

            @Override
            public boolean isRepeatable(Integer errand) {
                return true;
            }
        });

        for (int i = 0; i < 200; i++) {
            lane.offer(i);
        }

        for (int i = 0; i <= Lane.REPEATABLE_UNDER_WAY - Lane.FEWEST; i++) {
            assertThat(next()).isNotNull();
        }
        assertThat(begun.get()).isBetween(Lane.UNDER_WAY + 1, Lane.REPEATABLE_UNDER_WAY);
    }

    @Test
    void nothing_is_next_in_line_for_a_gateway_that_has_not_answered_yet() {
        var lane = new Lane<Integer>(
                threads, errands -> errands.stream().map(this::hanging).toList());

        for (int i = 0; i < 100; i++) {
            lane.offer(i);
        }

        await().during(Duration.ofMillis(200)).until(() -> begun.get() == GatewayCalls.PLACES);
    }

    private Runnable next() throws InterruptedException {
        var next = unfinished.poll(20, TimeUnit.SECONDS);
        ends.add(next);
        return next;
    }

    @Test
    void what_is_not_begun_makes_room_for_others() throws InterruptedException {
        var lane = new Lane<Integer>(threads, errands -> {
            done.release(errands.size());
            return List.of();
        });

        for (int i = 0; i < 200; i++) {
            assertThat(lane.offer(i)).isTrue();
        }

        assertThat(done.tryAcquire(200, 20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_lane_that_does_not_move_refuses() throws InterruptedException {
        var release = new CountDownLatch(1);
        var lane = new Lane<Integer>(threads, errands -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return errands.stream().map(this::finished).toList();
        });

        int taken = 0;
        while (lane.offer(taken)) {
            taken++;
        }
        release.countDown();

        assertThat(done.tryAcquire(taken, 20, TimeUnit.SECONDS)).isTrue();
    }

    private Task finished(int errand) {
        begun.incrementAndGet();
        return ended -> {
            done.release();
            ended.run();
        };
    }

    private Task hanging(int errand) {
        begun.incrementAndGet();
        return ended -> hung.acquireUninterruptibly();
    }

    private Task unfinished(int errand) {
        begun.incrementAndGet();
        return unfinished::add;
    }
}
