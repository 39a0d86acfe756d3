package org.bookbell.dispatch.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheredTest {

    private static final Duration MOMENT = Duration.ofMillis(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<List<Integer>> done = new LinkedBlockingQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void one_piece_is_done_by_whoever_brings_it_where_threads_run_at_once() {
        var gathered = new Gathered<Integer>(MOMENT, 10, Runnable::run, done::add);

        gathered.add(List.of(1));

        assertThat(done).containsExactly(List.of(1));
    }

    @Test
    void what_comes_while_it_works_is_done_together_afterwards_and_no_more_at_once_than_may_be() throws Exception {
        var gathered = new Gathered<Integer>(MOMENT, 3, threads, this::slowly);
        gathered.add(List.of(1));
        begun.await();
        gathered.add(List.of(2, 3));
        gathered.add(List.of(4, 5));
        goOn.countDown();

        assertThat(next()).containsExactly(1);
        assertThat(next()).containsExactly(2, 3, 4);
        assertThat(next()).containsExactly(5);
    }

    @Test
    void each_piece_that_many_bring_is_done_once() throws Exception {
        var gathered = new Gathered<Integer>(MOMENT, 10, threads, done::add);
        var bringers = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 200; i++) {
            int piece = i;
            bringers.add(CompletableFuture.runAsync(() -> gathered.add(List.of(piece)), threads));
        }
        bringers.forEach(CompletableFuture::join);

        var pieces = new ArrayList<Integer>();
        while (pieces.size() < 200) {
            pieces.addAll(next());
        }

        assertThat(pieces).doesNotHaveDuplicates();
    }

    @Test
    void what_found_no_thread_is_done_with_the_next() {
        Queue<Runnable> room = new ArrayBlockingQueue<>(1);
        var gathered = new Gathered<Integer>(
                MOMENT,
                10,
                task -> {
                    if (room.isEmpty()) {
                        room.add(task);
                        throw new RejectedExecutionException("full");
                    }
                    task.run();
                },
                done::add);

        assertThatThrownBy(() -> gathered.add(List.of(1))).isInstanceOf(RejectedExecutionException.class);
        gathered.add(List.of(2));

        assertThat(done).containsExactly(List.of(1, 2));
    }

    private void slowly(List<Integer> pieces) {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        done.add(pieces);
    }

    private List<Integer> next() throws InterruptedException {
        var next = done.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }
}
