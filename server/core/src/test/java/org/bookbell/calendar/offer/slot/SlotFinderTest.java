package org.bookbell.calendar.offer.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.calendar.hours.WeeklyHours;
import org.junit.jupiter.api.Test;

class SlotFinderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 6, 2);
    private static final WeeklyHours NINE_TO_TWELVE = WeeklyHours.onWorkdays(LocalRange.of("09:00", "12:00"));

    @Test
    void a_range_is_cut_on_the_grid_from_its_start() {
        assertThat(starts(SlotRules.ofMinutes(60, 0, 30), NINE_TO_TWELVE, List.of(), List.of(), List.of()))
                .containsExactly("09:00", "09:30", "10:00", "10:30", "11:00");
    }

    @Test
    void a_service_longer_than_the_range_is_not_offered() {
        assertThat(starts(SlotRules.ofMinutes(181, 0, 30), NINE_TO_TWELVE, List.of(), List.of(), List.of()))
                .isEmpty();
    }

    @Test
    void ranges_that_touch_carry_a_slot_across_and_keep_their_own_grids() {
        WeeklyHours hours = WeeklyHours.daily(LocalRange.of("09:00", "10:10"), LocalRange.of("10:10", "12:00"));

        assertThat(starts(SlotRules.ofMinutes(60, 0, 60), hours, List.of(), List.of(), List.of()))
                .containsExactly("09:00", "10:00", "10:10");
    }

    @Test
    void a_slot_may_run_over_midnight_where_the_next_day_is_open_too() {
        WeeklyHours hours = WeeklyHours.daily(LocalRange.of("00:00", "02:00"), LocalRange.of("22:00", "24:00"));

        assertThat(starts(SlotRules.ofMinutes(90, 0, 60), hours, List.of(), List.of(), List.of()))
                .containsExactly("00:00", "22:00", "23:00");
    }

    @Test
    void busy_time_takes_every_slot_that_it_overlaps_and_no_other() {
        assertThat(starts(SlotRules.ofMinutes(30, 0, 30), NINE_TO_TWELVE, List.of(), List.of(), at("09:45", "10:30")))
                .containsExactly("09:00", "10:30", "11:00", "11:30");
    }

    @Test
    void the_gap_after_must_be_free_of_busy_time_but_need_not_lie_in_the_hours() {
        assertThat(starts(SlotRules.ofMinutes(30, 15, 15), NINE_TO_TWELVE, List.of(), List.of(), at("10:00", "10:45")))
                .containsExactly("09:00", "09:15", "10:45", "11:00", "11:15", "11:30");
    }

    @Test
    void the_gap_after_may_reach_into_blocked_time() {
        assertThat(starts(SlotRules.ofMinutes(60, 30, 60), NINE_TO_TWELVE, List.of(), at("10:00", "11:00"), List.of()))
                .containsExactly("09:00", "11:00");
    }

    @Test
    void a_block_does_not_move_the_grid() {
        assertThat(starts(SlotRules.ofMinutes(60, 0, 60), NINE_TO_TWELVE, List.of(), at("09:00", "09:10"), List.of()))
                .containsExactly("10:00", "11:00");
    }

    @Test
    void an_available_block_adds_a_range_with_its_own_grid_and_leaves_the_weeks_grid() {
        assertThat(starts(SlotRules.ofMinutes(60, 0, 60), NINE_TO_TWELVE, at("08:10", "13:30"), List.of(), List.of()))
                .containsExactly("08:10", "09:00", "10:00", "11:00", "12:00");
    }

    @Test
    void where_both_kinds_of_block_cover_a_time_it_is_not_available() {
        assertThat(starts(
                        SlotRules.ofMinutes(60, 0, 60),
                        WeeklyHours.none(),
                        at("08:00", "12:00"),
                        at("09:00", "10:00"),
                        List.of()))
                .containsExactly("08:00", "10:00", "11:00");
    }

    @Test
    void an_available_block_over_days_begins_a_range_each_midnight() {
        List<TimeSlot> added =
                List.of(new TimeSlot(instant(TUESDAY.minusDays(1).atTime(21, 10)), instant(TUESDAY.atTime(2, 0))));

        assertThat(starts(SlotRules.ofMinutes(45, 0, 45), WeeklyHours.none(), added, List.of(), List.of()))
                .containsExactly("00:00", "00:45");
    }

    @Test
    void the_same_slots_are_found_whatever_stretch_is_asked_for() {
        SlotFinder finder = new SlotFinder(SlotRules.ofMinutes(50, 0, 50));
        StaffTimes times = StaffTimes.of(
                BERLIN, WeeklyHours.daily(LocalRange.of("00:00", "24:00")), List.of(), List.of(), List.of());
        TimeSlot month = new TimeSlot(
                instant(TUESDAY.minusDays(15).atStartOfDay()),
                instant(TUESDAY.plusDays(15).atStartOfDay()));
        TimeSlot hours = new TimeSlot(instant(TUESDAY.atTime(9, 7)), instant(TUESDAY.atTime(12, 1)));

        List<TimeSlot> ofMonth = finder.find(times, month).stream()
                .filter(slot -> hours.contains(slot.startInclusive()))
                .toList();

        assertThat(finder.find(times, hours)).isNotEmpty().isEqualTo(ofMonth);
    }

    private static List<String> starts(
            SlotRules rules, WeeklyHours hours, List<TimeSlot> added, List<TimeSlot> removed, List<TimeSlot> busy) {
        StaffTimes times = StaffTimes.of(BERLIN, hours, added, removed, busy);
        TimeSlot day = new TimeSlot(
                instant(TUESDAY.atStartOfDay()), instant(TUESDAY.plusDays(1).atStartOfDay()));
        return new SlotFinder(rules)
                .find(times, day).stream()
                        .map(slot -> LocalTime.ofInstant(slot.startInclusive(), BERLIN)
                                .toString())
                        .toList();
    }

    private static List<TimeSlot> at(String from, String to) {
        return List.of(new TimeSlot(
                instant(TUESDAY.atTime(LocalTime.parse(from))), instant(TUESDAY.atTime(LocalTime.parse(to)))));
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }
}
