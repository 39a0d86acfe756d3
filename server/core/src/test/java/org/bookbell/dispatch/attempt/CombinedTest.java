package org.bookbell.dispatch.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CombinedTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Integer> sizes = new ArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch others = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_lone_request_is_done_at_once() {
        var combined = new Combined<Integer, Integer>(10, this::squares);

        assertThat(combined.run(3)).isEqualTo(9);
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void each_of_many_gets_its_own_answer() throws Exception {
        var combined = new Combined<Integer, Integer>(10, this::squares);
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 200; i++) {
            int number = i;
            calls.add(() -> combined.run(number));
        }

        var answers = threads.invokeAll(calls);

        for (int i = 0; i < 200; i++) {
            assertThat(answers.get(i).get()).isEqualTo(i * i);
        }
        assertThat(sizes).allMatch(size -> size <= 10);
    }

    @Test
    void a_bad_request_does_not_fail_its_neighbors() throws Exception {
        var combined = new Combined<Integer, Integer>(10, this::squaresOfPositives);
        var first = threads.submit(() -> combined.run(1));
        begun.await();
        var bad = threads.submit(() -> combined.run(-1));
        var good = threads.submit(() -> combined.run(2));
        others.countDown();

        assertThat(first.get()).isEqualTo(1);
        assertThat(good.get()).isEqualTo(4);
        assertThatThrownBy(bad::get).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    private List<Integer> squares(List<Integer> numbers) {
        sizes.add(numbers.size());
        return numbers.stream().map(number -> number * number).toList();
    }

    private List<Integer> squaresOfPositives(List<Integer> numbers) {
        begun.countDown();
        try {
            others.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (numbers.stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("negative");
        }
        return squares(numbers);
    }
}
