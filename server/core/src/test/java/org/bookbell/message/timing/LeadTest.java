package org.bookbell.message.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {

    @ParameterizedTest
    @CsvSource({
        // Berlin falls back on 25 October 2026 and springs forward on 29 March 2026: 24 hours are 24 hours
        "2026-10-25T14:00:00Z, 2026-10-24T14:00:00Z",
        "2026-03-29T13:00:00Z, 2026-03-28T13:00:00Z",
        "2026-06-10T13:00:00Z, 2026-06-09T13:00:00Z"
    })
    void hours_before_are_elapsed_time(Instant start, Instant due) {
        assertThat(Lead.hoursBefore(24).dueAt(start, ZoneId.of("Europe/Berlin")))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 1, 18:00, 2026-10-25T14:00:00Z, 2026-10-24T16:00:00Z",
        "Europe/Berlin, 1, 18:00, 2026-10-26T14:00:00Z, 2026-10-25T17:00:00Z",
        "Europe/Berlin, 7, 09:30, 2026-03-30T10:00:00Z, 2026-03-23T08:30:00Z",
        // 2:30 does not exist on 29 March: the instant of the jump
        "Europe/Berlin, 1, 02:30, 2026-03-30T10:00:00Z, 2026-03-29T01:00:00Z",
        // 2:30 comes twice on 25 October: the first
        "Europe/Berlin, 1, 02:30, 2026-10-26T10:00:00Z, 2026-10-25T00:30:00Z",
        // still the evening before in New York, already the day itself in Tokyo
        "America/New_York, 1, 18:00, 2026-06-10T02:00:00Z, 2026-06-08T22:00:00Z",
        "Asia/Tokyo, 1, 18:00, 2026-06-10T02:00:00Z, 2026-06-09T09:00:00Z",
        // Lord Howe shifts by half an hour
        "Australia/Lord_Howe, 1, 02:15, 2026-10-05T00:00:00Z, 2026-10-03T15:30:00Z",
        // the day before was skipped as a whole
        "Pacific/Apia, 1, 10:00, 2011-12-30T10:00:00Z, 2011-12-29T10:00:00Z"
    })
    void days_before_are_wall_time_of_the_recipient(String zone, int days, LocalTime time, Instant start, Instant due) {
        assertThat(Lead.daysBefore(days, time).dueAt(start, ZoneId.of(zone))).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 2161})
    void a_lead_is_at_least_an_hour_and_at_most_90_days(int hours) {
        assertThatThrownBy(() -> Lead.hoursBefore(hours)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_reminder_comes_on_the_day_by_a_lead_in_days() {
        assertThatThrownBy(() -> Lead.daysBefore(0, LocalTime.NOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
