package org.bookbell.calendar.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.calendar.offer.slot.LocalTimes;
import org.bookbell.calendar.offer.slot.SlotFinder;
import org.bookbell.calendar.offer.slot.SlotRules;
import org.bookbell.calendar.offer.slot.StaffTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Days on which a zone's clock is put forward or back: first a table to read, then every zone there is. */
class ClockChangeTest {
    private static final List<LocalRange> RANGES = List.of(
            LocalRange.of("00:00", "24:00"),
            LocalRange.of("00:00", "01:00"),
            LocalRange.of("00:00", "01:30"),
            LocalRange.of("01:15", "02:30"),
            LocalRange.of("01:30", "05:00"),
            LocalRange.of("02:00", "03:00"),
            LocalRange.of("02:15", "02:45"),
            LocalRange.of("09:00", "17:00"),
            LocalRange.of("22:30", "23:30"),
            LocalRange.of("23:00", "24:00"));
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");
    private static final int GRAIN = 900;

    /** Starts are UTC times of day, on the local date or (prefixed) the day before or after. */
    @ParameterizedTest(name = "{0} {1} {2}–{3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
        # forward 02:00 → 03:00
        Europe/Berlin       | 2026-03-29 | 01:00 | 05:00 | 00:00 01:00 02:00
        Europe/Berlin       | 2026-03-29 | 01:00 | 02:30 | 00:00
        Europe/Berlin       | 2026-03-29 | 02:00 | 03:00 |
        Europe/Berlin       | 2026-03-29 | 02:15 | 02:45 |
        Europe/Berlin       | 2026-03-29 | 02:30 | 04:30 | 01:00
        America/New_York    | 2026-03-08 | 01:30 | 04:30 | 06:30 07:30
        # back 03:00 → 02:00
        Europe/Berlin       | 2026-10-25 | 01:00 | 05:00 | -23:00 00:00 01:00 02:00 03:00
        Europe/Berlin       | 2026-10-25 | 01:00 | 02:00 | -23:00
        Europe/Berlin       | 2026-10-25 | 01:00 | 02:30 | -23:00 00:00
        Europe/Berlin       | 2026-10-25 | 02:30 | 04:00 | 00:30 01:30
        America/New_York    | 2026-11-01 | 00:00 | 02:00 | 04:00 05:00 06:00
        # by half an hour
        Australia/Lord_Howe | 2026-10-04 | 00:00 | 04:00 | -13:30 -14:30 -15:30
        Australia/Lord_Howe | 2026-04-05 | 00:00 | 04:00 | -13:00 -14:00 -15:00 -16:00
        # at midnight, forward 24:00 → 01:00 and back 01:00 → 00:00 or 24:00 → 23:00
        America/Havana      | 2026-03-08 | 00:00 | 02:00 | 05:00
        America/Havana      | 2026-11-01 | 00:00 | 02:00 | 04:00 05:00 06:00
        America/Havana      | 2026-10-31 | 22:00 | 24:00 | +02:00 +03:00
        America/Sao_Paulo   | 2018-11-04 | 00:00 | 02:00 | 03:00
        America/Sao_Paulo   | 2018-02-17 | 22:00 | 24:00 | +00:00 +01:00 +02:00
        # a day that Samoa left out
        Pacific/Apia        | 2011-12-30 | 09:00 | 12:00 |
        Pacific/Apia        | 2011-12-31 | 09:00 | 11:00 | -19:00 -20:00
        """)
    void hourly_slots_on_the_day_of_a_change(ZoneId zone, LocalDate date, String from, String to, String starts) {
        WeeklyHours hours = WeeklyHours.on(List.of(date.getDayOfWeek()), LocalRange.of(from, to));

        List<TimeSlot> slots = find(zone, hours, date, SlotRules.ofMinutes(60, 0, 60));

        assertThat(slots).extracting(TimeSlot::startInclusive).isEqualTo(instants(date, starts));
    }

    static Stream<ZoneId> zones() {
        return ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of);
    }

    /**
     * A range covers what lies between the first and the last instant whose local time lies in it: this says the same
     * as the rule of {@link LocalTimes} and is worked out here by looking at every instant.
     */
    @ParameterizedTest
    @MethodSource("zones")
    void around_every_change_of_two_years_slots_fill_the_hours_and_nothing_else(ZoneId zone) {
        changes(zone.getRules())
                .flatMap(change -> Stream.of(-1, 0, 1).map(change::plusDays))
                .forEach(date -> RANGES.forEach(range -> slotsFillTheHours(zone, date, range)));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void on_ordinary_days_no_slot_is_lost(ZoneId zone) {
        LocalRange range = LocalRange.of("09:00", "17:00");
        for (LocalDate date = LocalDate.of(2026, 1, 1); date.getYear() < 2028; date = date.plusDays(13)) {
            WeeklyHours hours = WeeklyHours.on(List.of(date.getDayOfWeek()), range);
            Instant nine = date.atTime(9, 0).atZone(zone).toInstant();

            assertThat(find(zone, hours, date, SlotRules.ofMinutes(60, 15, 30)))
                    .as("%s %s", zone, date)
                    .hasSize(15)
                    .element(0)
                    .extracting(TimeSlot::startInclusive)
                    .isEqualTo(nine);
        }
    }

    @Test
    void ranges_that_meet_within_a_repeated_hour_share_no_instant() {
        LocalDate date = LocalDate.of(2026, 10, 25);
        WeeklyHours hours = WeeklyHours.on(
                List.of(date.getDayOfWeek()), LocalRange.of("01:00", "02:30"), LocalRange.of("02:30", "04:00"));

        List<TimeSlot> slots = find(ZoneId.of("Europe/Berlin"), hours, date, SlotRules.ofMinutes(30, 0, 30));

        assertThat(slots).extracting(TimeSlot::startInclusive).isSorted().doesNotHaveDuplicates();
        assertThat(slots).hasSize(8);
    }

    private static void slotsFillTheHours(ZoneId zone, LocalDate date, LocalRange range) {
        WeeklyHours hours = WeeklyHours.on(List.of(date.getDayOfWeek()), range);
        String description = zone + " " + date + " " + range;

        List<TimeSlot> slots = find(zone, hours, date, SlotRules.ofMinutes(15, 0, 15));

        List<Instant> open = instantsWithin(zone, date, range);
        if (open.isEmpty()) {
            assertThat(slots).as(description).isEmpty();
            return;
        }
        Instant first = open.get(0);
        Instant end = open.get(open.size() - 1).plusSeconds(GRAIN);
        assertThat(slots)
                .as(description)
                .extracting(TimeSlot::startInclusive)
                .isEqualTo(Stream.iterate(
                                first, start -> !start.plusSeconds(900).isAfter(end), start -> start.plusSeconds(900))
                        .toList());
        assertThat(slots).as(description).allMatch(slot -> slot.length().toSeconds() == 900);
    }

    private static List<Instant> instantsWithin(ZoneId zone, LocalDate date, LocalRange range) {
        ZoneRules rules = zone.getRules();
        Instant from = date.minusDays(2).atStartOfDay(ZoneId.of("UTC")).toInstant();
        return Stream.iterate(from, instant -> instant.plusSeconds(GRAIN))
                .limit(5 * 86_400 / GRAIN)
                .filter(instant -> {
                    long local =
                            instant.getEpochSecond() + rules.getOffset(instant).getTotalSeconds();
                    long minute = Math.floorDiv(local, 60L) - date.toEpochDay() * 1440;
                    return minute >= range.fromMinute() && minute < range.toMinute();
                })
                .toList();
    }

    private static Stream<LocalDate> changes(ZoneRules rules) {
        return Stream.iterate(
                        rules.nextTransition(FROM),
                        change -> change != null && change.getInstant().isBefore(UNTIL),
                        change -> rules.nextTransition(change.getInstant()))
                .map(ZoneOffsetTransition::getDateTimeAfter)
                .map(local -> local.toLocalDate());
    }

    private static List<TimeSlot> find(ZoneId zone, WeeklyHours hours, LocalDate date, SlotRules rules) {
        Instant from = date.minusDays(2).atStartOfDay(ZoneId.of("UTC")).toInstant();
        TimeSlot days = TimeSlot.of(from, Duration.ofDays(5));
        StaffTimes times = StaffTimes.of(zone, hours, List.of(), List.of(), List.of());
        return new SlotFinder(rules).find(times, days);
    }

    private static List<Instant> instants(LocalDate date, String starts) {
        return starts == null
                ? List.of()
                : Stream.of(starts.split(" "))
                        .map(start -> instant(date, start))
                        .toList();
    }

    private static Instant instant(LocalDate date, String start) {
        return switch (start.charAt(0)) {
            case '-' -> Instant.parse(date.minusDays(1) + "T" + start.substring(1) + ":00Z");
            case '+' -> Instant.parse(date.plusDays(1) + "T" + start.substring(1) + ":00Z");
            default -> Instant.parse(date + "T" + start + ":00Z");
        };
    }
}
