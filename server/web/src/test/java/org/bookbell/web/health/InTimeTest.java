package org.bookbell.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InTimeTest {

    private static final Function<String, String> WHY = why -> "down: " + why;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        over.countDown();
        threads.shutdownNow();
    }

    @Test
    void what_is_answered_in_time_is_passed_on() {
        var check = new InTime<>(() -> true, threads, () -> "up", WHY);

        assertThat(check.answer()).isEqualTo("up");
    }

    @Test
    void before_the_start_nothing_is_asked() {
        var check = new InTime<>(
                () -> false,
                threads,
                () -> {
                    asked.incrementAndGet();
                    return "up";
                },
                WHY);

        assertThat(check.answer()).startsWith("down: ");
        assertThat(asked).hasValue(0);
    }

    @Test
    void what_hangs_is_down_and_not_asked_again_until_it_has_answered() {
        var check = new InTime<>(
                () -> true,
                threads,
                () -> {
                    asked.incrementAndGet();
                    over.await();
                    return "up";
                },
                WHY);

        assertThat(check.answer()).startsWith("down: ");
        assertThat(check.answer()).startsWith("down: ");
        assertThat(asked).hasValue(1);

        over.countDown();
        assertThat(check.answer()).isEqualTo("up");
    }

    @Test
    void what_fails_is_down_and_says_of_which_kind_the_failure_was() {
        var check = new InTime<>(
                () -> true,
                threads,
                () -> {
                    throw new IllegalStateException("secret");
                },
                WHY);

        assertThat(check.answer()).isEqualTo("down: IllegalStateException");
    }
}
