package org.bookbell.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleAgendaTest {

    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-11-24T00:00:00",
        "America/New_York, 2026-11-24T11:59:30",
        "America/New_York, 2026-11-24T15:20:10",
        "America/New_York, 2026-11-24T23:59:59",
        "Europe/Berlin, 2027-03-28T01:59:30",
        "Europe/Berlin, 2026-10-25T02:15:00"
    })
    void an_agenda_falls_due_within_a_minute_or_so_at_any_hour(ZoneId zone, LocalDateTime local) {
        try (var house = new SampleHouse(zone, local)) {
            var practice = house.start().get(0);
            house.wantAgenda(practice);

            house.advance(Duration.ofSeconds(61));

            assertThat(house.planAgendas(practice))
                    .isEqualTo(1 + practice.staff().size());
        }
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2026-11-24T15:20:10"})
    void each_start_has_one_of_its_own(ZoneId zone, LocalDateTime local) {
        try (var house = new SampleHouse(zone, local)) {
            var practice = house.start().get(0);
            house.wantAgenda(practice);
            house.advance(Duration.ofSeconds(61));
            var first = house.planAgendas(practice);

            house.advance(Duration.ofMinutes(5));
            house.wantAgenda(practice);
            house.advance(Duration.ofSeconds(61));

            assertThat(house.planAgendas(practice)).isEqualTo(2 * first);
        }
    }
}
