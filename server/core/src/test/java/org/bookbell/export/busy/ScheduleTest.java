package org.bookbell.export.busy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    private final Schedule schedule = new Schedule(Duration.ofMinutes(30));

    @RepeatedTest(20)
    void all_is_well_every_half_hour_or_so() {
        assertThat(Duration.between(NOW, schedule.afterSuccess(NOW)))
                .isBetween(Duration.ofMinutes(27), Duration.ofMinutes(33));
    }

    @RepeatedTest(20)
    void pauses_double_from_failure_to_failure_up_to_six_hours() {
        assertThat(after(1)).isBetween(Duration.ofMinutes(27), Duration.ofMinutes(33));
        assertThat(after(3)).isBetween(Duration.ofMinutes(108), Duration.ofMinutes(132));
        assertThat(after(5)).isBetween(Duration.ofMinutes(324), Duration.ofMinutes(396));
        assertThat(after(1_000)).isBetween(Duration.ofMinutes(324), Duration.ofMinutes(396));
    }

    private Duration after(int failures) {
        return Duration.between(NOW, schedule.afterFailure(NOW, failures, Optional.empty()));
    }

    @Test
    void a_longer_pause_that_the_server_asks_for_is_kept() {
        assertThat(schedule.afterFailure(NOW, 1, Optional.of(Duration.ofHours(20))))
                .isEqualTo(NOW.plus(Duration.ofHours(20)));
        assertThat(schedule.afterFailure(NOW, 1, Optional.of(Duration.ofSeconds(1))))
                .isAfter(NOW.plus(Duration.ofMinutes(26)));
    }
}
