package org.bookbell.message.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsefulUntilTest {

    private static final Instant START = Instant.parse("2026-06-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT48H, 2026-06-10T10:00:00Z",
        "PT4H, 2026-06-10T10:00:00Z",
        "PT3H, 2026-06-10T10:30:00Z",
        "PT1H, 2026-06-10T11:30:00Z"
    })
    void a_reminder_is_useful_until_two_hours_before_or_half_its_lead(Duration lead, Instant until) {
        assertThat(UsefulUntil.of(START, lead, Optional.empty())).isEqualTo(until);
    }

    @Test
    void the_next_shorter_reminder_ends_it_earlier() {
        var dayBefore = Instant.parse("2026-06-09T12:00:00Z");

        assertThat(UsefulUntil.of(START, Duration.ofHours(48), Optional.of(dayBefore)))
                .isEqualTo(dayBefore);
    }

    @Test
    void the_next_shorter_reminder_does_not_prolong_it() {
        var hourBefore = Instant.parse("2026-06-10T11:00:00Z");

        assertThat(UsefulUntil.of(START, Duration.ofHours(48), Optional.of(hourBefore)))
                .isEqualTo(Instant.parse("2026-06-10T10:00:00Z"));
    }
}
