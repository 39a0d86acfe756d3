package org.bookbell.smpp.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaterTest {

    @Test
    void what_is_left_is_done_when_it_closes_and_once_only() {
        var done = new AtomicInteger();
        var later = new Later("test-later");
        assertThat(later.in(Duration.ofHours(1), done::incrementAndGet)).isTrue();

        later.close();
        later.close();

        assertThat(done).hasValue(1);
        assertThat(later.in(Duration.ZERO, done::incrementAndGet)).isFalse();
    }

    @Test
    void what_fails_is_done_again() {
        var tries = new AtomicInteger();
        try (var later = new Later("test-later")) {
            later.in(Duration.ZERO, () -> {
                if (tries.incrementAndGet() == 1) {
                    throw new IllegalStateException("the database is away");
                }
            });

            await().atMost(Duration.ofSeconds(60)).until(() -> tries.get() == 2);
            assertThat(tries).hasValue(2);
        }
    }

    @Test
    void there_is_an_end_to_what_can_wait() {
        try (var later = new Later("test-later")) {
            for (var waiting = 0; waiting < 5_000; waiting++) {
                assertThat(later.in(Duration.ofHours(1), () -> {})).isTrue();
            }

            assertThat(later.in(Duration.ofHours(1), () -> {})).isFalse();
        }
    }
}
