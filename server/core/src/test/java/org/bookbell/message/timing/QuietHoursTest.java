package org.bookbell.message.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-06-10T18:59:00Z, 2026-06-10T18:59:00Z",
        "2026-06-10T19:00:00Z, 2026-06-10T18:59:00Z",
        "2026-06-10T23:30:00Z, 2026-06-10T18:59:00Z",
        "2026-06-11T05:59:59Z, 2026-06-10T18:59:00Z",
        "2026-06-11T06:00:00Z, 2026-06-11T06:00:00Z",
        // the night in which clocks spring forward, and the one in which they fall back
        "2026-03-29T05:00:00Z, 2026-03-28T19:59:00Z",
        "2026-10-25T06:59:00Z, 2026-10-24T18:59:00Z"
    })
    void a_reminder_moves_to_the_last_minute_before_quiet(Instant due, Instant moved) {
        assertThat(QuietHours.USUAL.moveEarlier(due, BERLIN)).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({
        "780, 900, 2026-06-10T12:00:00Z, 2026-06-10T10:59:00Z",
        "780, 900, 2026-06-10T10:59:00Z, 2026-06-10T10:59:00Z",
        // quiet from 2:30 which comes twice: before the second, before the first
        "150, 480, 2026-10-25T02:00:00Z, 2026-10-25T01:29:00Z",
        "150, 480, 2026-10-25T00:45:00Z, 2026-10-25T00:29:00Z",
        // quiet from 2:30 which does not exist: before the jump
        "150, 480, 2026-03-29T02:00:00Z, 2026-03-29T00:59:00Z"
    })
    void other_hours_of_the_day_may_be_quiet(int from, int to, Instant due, Instant moved) {
        assertThat(new QuietHours(from, to).moveEarlier(due, BERLIN)).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-10T18:59:59Z, 2026-06-10T18:59:59Z",
        "2026-06-10T19:00:00Z, 2026-06-11T06:00:00Z",
        "2026-06-11T05:59:59Z, 2026-06-11T06:00:00Z",
        "2026-06-11T06:00:00Z, 2026-06-11T06:00:00Z",
        // the nights in which clocks spring forward and fall back: an hour shorter, an hour longer
        "2026-03-28T20:00:00Z, 2026-03-29T06:00:00Z",
        "2026-10-24T19:00:00Z, 2026-10-25T07:00:00Z"
    })
    void what_is_late_waits_until_the_quiet_ends(Instant late, Instant sent) {
        assertThat(QuietHours.USUAL.moveLater(late, BERLIN)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "1260, 150, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z",
        // quiet until 2:30, which comes twice: after the first it is not quiet, after 2 o'clock again it is
        "1260, 150, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
        // quiet until 2:30, which does not exist: until the jump
        "1260, 150, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z",
        // quiet in the afternoon
        "780, 900, 2026-06-10T11:30:00Z, 2026-06-10T13:00:00Z"
    })
    void other_hours_end_as_the_wall_says(int from, int to, Instant late, Instant sent) {
        assertThat(new QuietHours(from, to).moveLater(late, BERLIN)).isEqualTo(sent);
    }

    @Test
    void a_day_that_a_zone_skips_brings_no_morning() {
        var apia = ZoneId.of("Pacific/Apia");
        var eveningBefore = Instant.parse("2011-12-30T08:00:00Z");

        assertThat(QuietHours.USUAL.moveLater(eveningBefore, apia)).isEqualTo("2011-12-30T18:00:00Z");
    }

    @Test
    void in_every_zone_the_wait_ends_outside_quiet_hours_and_within_a_day() {
        var start = Instant.parse("2026-01-01T00:00:00Z");
        for (var id : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(id);
            for (var hour = 0; hour < 366 * 24; hour += 7) {
                var late = start.plus(Duration.ofHours(hour));
                var sent = QuietHours.USUAL.moveLater(late, zone);
                assertThat(QuietHours.USUAL.isQuiet(sent, zone)).isFalse();
                assertThat(Duration.between(late, sent)).isBetween(Duration.ZERO, Duration.ofHours(12));
            }
        }
    }

    @Test
    void the_same_begin_and_end_mean_no_quiet_at_all() {
        var midnight = Instant.parse("2026-06-10T22:00:00Z");

        assertThat(QuietHours.NONE.isQuiet(midnight, BERLIN)).isFalse();
        assertThat(new QuietHours(600, 600).moveEarlier(midnight, BERLIN)).isEqualTo(midnight);
        assertThat(new QuietHours(600, 600).moveLater(midnight, BERLIN)).isEqualTo(midnight);
    }

    @Test
    void a_minute_of_the_day_ends_at_1439() {
        assertThatThrownBy(() -> new QuietHours(0, 1440)).hasMessageContaining("1440");
    }
}
