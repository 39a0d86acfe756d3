package org.bookbell.message.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    // 2026-11-09 is a Monday; on 2026-10-25 clocks in Berlin go back, on 2026-03-29 forward
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-11-10T14:00, PT3H, 2026-11-10T11:00",
        "Europe/Berlin, 2026-11-10T11:00, PT3H, 2026-11-10T08:00",
        "Europe/Berlin, 2026-11-10T10:00, PT3H, 2026-11-09T17:00",
        "Europe/Berlin, 2026-11-10T08:00, PT3H, 2026-11-09T15:00",
        "Europe/Berlin, 2026-11-10T06:30, PT3H, 2026-11-09T15:00",
        "Europe/Berlin, 2026-11-10T20:00, PT3H, 2026-11-10T15:00",
        "Europe/Berlin, 2026-11-09T09:00, PT3H, 2026-11-07T16:00",
        "Europe/Berlin, 2026-11-08T15:00, PT3H, 2026-11-07T15:00",
        "Europe/Berlin, 2026-11-10T09:00, PT12H, 2026-11-07T17:00",
        "Europe/Berlin, 2026-10-26T09:00, PT3H, 2026-10-24T16:00",
        "Europe/Berlin, 2026-03-30T09:00, PT3H, 2026-03-28T16:00",
        "America/New_York, 2026-11-10T12:00, PT3H, 2026-11-10T09:00",
        "Pacific/Auckland, 2026-11-10T09:00, PT3H, 2026-11-09T16:00"
    })
    void time_to_call_is_counted_back_through_the_hours_in_which_people_work(
            ZoneId zone, LocalDateTime appointment, Duration time, LocalDateTime latest) {
        var end = appointment.atZone(zone).toInstant();

        assertThat(WorkingHours.before(end, time, zone))
                .isEqualTo(latest.atZone(zone).toInstant());
    }
}
