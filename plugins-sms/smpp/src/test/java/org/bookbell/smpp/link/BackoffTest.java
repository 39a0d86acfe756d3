package org.bookbell.smpp.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void each_pause_is_about_twice_the_one_before_up_to_the_longest() {
        var backoff = new Backoff(Duration.ofSeconds(10));

        assertThat(Stream.of(1, 2, 4, 8, 10, 10, 10))
                .allSatisfy(seconds -> assertThat(backoff.next())
                        .isBetween(Duration.ofMillis(500L * seconds), Duration.ofSeconds(seconds)));
    }

    @Test
    void pauses_differ_by_chance() {
        var pauses = Stream.generate(() -> new Backoff(Duration.ofMinutes(1)).next())
                .limit(100)
                .distinct();

        assertThat(pauses).hasSizeGreaterThan(50);
    }

    @Test
    void after_something_worked_it_begins_anew() {
        var backoff = new Backoff(Duration.ofMinutes(1));
        Stream.generate(backoff::next).limit(5).forEach(pause -> {});

        backoff.reset();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
