package org.bookbell.calendar.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {
    @Test
    void ranges_of_a_day_are_ordered() {
        WeeklyHours hours = new WeeklyHours(
                Map.of(DayOfWeek.MONDAY, List.of(LocalRange.of("14:00", "18:00"), LocalRange.of("09:00", "12:00"))));

        assertThat(hours.on(DayOfWeek.MONDAY))
                .containsExactly(LocalRange.of("09:00", "12:00"), LocalRange.of("14:00", "18:00"));
    }

    @Test
    void ranges_of_a_day_may_touch() {
        WeeklyHours hours = WeeklyHours.daily(LocalRange.of("09:00", "12:00"), LocalRange.of("12:00", "24:00"));

        assertThat(hours.on(DayOfWeek.SUNDAY)).hasSize(2);
    }

    @Test
    void ranges_of_a_day_may_not_overlap() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklyHours.daily(LocalRange.of("09:00", "12:00"), LocalRange.of("11:59", "13:00")))
                .withMessageContaining("09:00–12:00 and 11:59–13:00");
    }

    @Test
    void a_day_without_ranges_is_the_same_as_a_day_not_named() {
        assertThat(new WeeklyHours(Map.of(DayOfWeek.MONDAY, List.of()))).isEqualTo(WeeklyHours.none());
    }

    @Test
    void a_range_ends_at_24_00_at_the_latest_and_after_it_starts() {
        assertThat(LocalRange.of("00:00", "24:00")).isEqualTo(new LocalRange(0, 1440));
        assertThatIllegalArgumentException().isThrownBy(() -> new LocalRange(0, 1441));
        assertThatIllegalArgumentException().isThrownBy(() -> LocalRange.of("12:00", "12:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> LocalRange.of("24:00", "24:00"));
    }
}
