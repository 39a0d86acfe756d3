package org.bookbell.dispatch.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final RetryRule rule = new RetryRule(Duration.ofHours(2), Duration.ofMinutes(2));

    // a Tuesday; the receipts' window is two hours, the message useful until two hours before the appointment
    @ParameterizedTest
    @CsvSource({
        // the day before: the whole window
        "2026-11-10T14:00, 2026-11-11T14:00, 2026-11-10T16:00",
        // four hours before: one hour is left until it must be known
        "2026-11-10T10:00, 2026-11-10T14:00, 2026-11-10T11:00",
        // the afternoon before an early appointment: too late for a decision in working hours, and just in time for one
        "2026-11-10T15:30, 2026-11-11T08:00, 2026-11-10T17:30",
        "2026-11-10T14:30, 2026-11-11T08:00, 2026-11-10T15:00",
        // on Saturday for Monday morning
        "2026-11-14T15:00, 2026-11-16T09:00, 2026-11-14T16:00",
        // three hours and ten minutes before: too little to wait less, so the usual window
        "2026-11-10T10:50, 2026-11-10T14:00, 2026-11-10T12:00",
        // three and a quarter hours and a minute before: just enough
        "2026-11-10T10:44, 2026-11-10T14:00, 2026-11-10T11:00"
    })
    void what_is_unknown_is_known_to_be_so_while_there_is_time_to_call(
            LocalDateTime accepted, LocalDateTime start, LocalDateTime expected) {
        var begins = at(start);

        var decided =
                rule.afterAccepted(at(accepted), begins.minus(Duration.ofHours(2)), true, Optional.of(begins), BERLIN);

        assertThat(decided).isEqualTo(at(expected));
    }

    @Test
    void what_tells_of_no_appointment_waits_the_whole_window() {
        var now = at(LocalDateTime.parse("2026-11-10T10:00"));

        assertThat(rule.afterAccepted(now, now.plus(Duration.ofDays(1)), true, Optional.empty(), BERLIN))
                .isEqualTo(now.plus(Duration.ofHours(2)));
    }

    @Test
    void a_gateway_without_receipts_is_not_waited_for() {
        var now = at(LocalDateTime.parse("2026-11-10T10:00"));

        assertThat(rule.afterAccepted(now, now.plusSeconds(60), false, Optional.empty(), BERLIN))
                .isEqualTo(RetryRule.NEVER);
    }

    // useful until 16:00; what was unclear twice waits for a receipt while there is time to call, at least two minutes
    @ParameterizedTest
    @CsvSource({
        "1, 15:00, 10:02",
        "2, 15:00, 15:00",
        "3, 15:00, 15:00",
        "2, 16:00, 16:00",
        "2, 10:01, 10:02",
        "2, 08:00, 10:02"
    })
    void what_nobody_answered_is_sent_once_more_and_then_decided_in_time_to_call(
            int unclear, LocalTime latestToCall, LocalTime expected) {
        var day = LocalDate.parse("2026-11-10");
        var usefulUntil = at(day.atTime(16, 0));

        var next = rule.afterUnclear(at(day.atTime(10, 0)), usefulUntil, at(day.atTime(latestToCall)), unclear, false);

        assertThat(next).isEqualTo(at(day.atTime(expected)));
    }

    @Test
    void a_gateway_that_knows_repeated_attempts_is_asked_again_soon_however_often() {
        var now = at(LocalDateTime.parse("2026-11-10T10:00"));

        assertThat(rule.afterUnclear(now, now.plusSeconds(3600), now.plusSeconds(60), 2, true))
                .isEqualTo(now.plusSeconds(10));
    }

    // the first back-off is half a minute, the longest a quarter of an hour
    @ParameterizedTest
    @CsvSource({"1, , 30", "1, 10, 30", "1, 90, 90", "1, 86400, 900", "9, 90, 900"})
    void a_provider_that_asks_for_a_pause_gets_it_within_reason(int round, @Nullable Integer asked, int waited) {
        var now = at(LocalDateTime.parse("2026-11-10T10:00"));
        var pause = Optional.ofNullable(asked).map(Duration::ofSeconds);

        assertThat(rule.afterRefusal(now, now.plus(Duration.ofDays(1)), false, round, pause))
                .isEqualTo(now.plusSeconds(waited));
        assertThat(rule.afterRefusal(now, now.plusSeconds(5), false, round, pause))
                .isEqualTo(now.plusSeconds(5));
        assertThat(rule.afterRefusal(now, now.plus(Duration.ofDays(1)), true, round, pause))
                .isEqualTo(now);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }
}
