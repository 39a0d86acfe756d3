package org.bookbell.smpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void so_many_a_second_take_at_least_so_long() throws InterruptedException {
        var pace = new Pace(100);
        var begun = System.nanoTime();
        for (var turn = 0; turn < 51; turn++) {
            assertThat(pace.await(Duration.ofSeconds(30))).isTrue();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(490));
    }

    @Test
    void who_would_wait_too_long_takes_no_turn() throws InterruptedException {
        var pace = new Pace(1);
        pace.await(Duration.ZERO);

        assertThat(pace.await(Duration.ofMillis(10))).isFalse();
        assertThat(pace.await(Duration.ofMillis(10))).isFalse();
        assertThat(pace.await(Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void without_a_limit_nobody_waits() throws InterruptedException {
        assertThat(new Pace(0).await(Duration.ZERO)).isTrue();
    }
}
