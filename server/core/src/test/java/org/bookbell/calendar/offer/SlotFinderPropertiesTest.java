package org.bookbell.calendar.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.calendar.offer.slot.BookingWindow;
import org.bookbell.calendar.offer.slot.SlotFinder;
import org.bookbell.calendar.offer.slot.SlotRules;
import org.bookbell.calendar.offer.slot.Spans;
import org.bookbell.calendar.offer.slot.StaffTimes;

/** Whatever week, blocks and bookings a calendar has, near a change of the clock or far from it. */
class SlotFinderPropertiesTest {
    private static final int DAYS = 6;

    /** Everything that decides about slots, and the stretch that is asked for. */
    record World(ZoneId zone, WeeklyHours hours, Blocks blocks, SlotRules rules, TimeSlot range) {
        StaffTimes times() {
            return StaffTimes.of(zone, hours, blocks.added(), blocks.removed(), blocks.busy());
        }

        List<TimeSlot> slots() {
            return new SlotFinder(rules).find(times(), range);
        }
    }

    record Blocks(List<TimeSlot> added, List<TimeSlot> removed, List<TimeSlot> busy) {}

    @Property(tries = 400)
    void no_slot_nor_its_gap_overlaps_busy_time(@ForAll("worlds") World world) {
        assertThat(world.slots())
                .noneMatch(slot -> world.blocks().busy().stream()
                        .anyMatch(slot.extendedBy(world.rules().gapAfter())::overlaps));
    }

    @Property(tries = 400)
    void no_slot_overlaps_what_is_not_available(@ForAll("worlds") World world) {
        assertThat(world.slots())
                .noneMatch(slot -> world.blocks().removed().stream().anyMatch(slot::overlaps));
    }

    @Property(tries = 400)
    void slots_are_exactly_long_in_order_and_within_the_stretch(@ForAll("worlds") World world) {
        List<TimeSlot> slots = world.slots();

        assertThat(slots).extracting(TimeSlot::startInclusive).isSorted().doesNotHaveDuplicates();
        assertThat(slots).allMatch(slot -> slot.length().equals(world.rules().duration()));
        assertThat(slots).allMatch(slot -> world.range().contains(slot.startInclusive()));
    }

    @Property(tries = 400)
    void every_minute_of_a_slot_is_open(@ForAll("worlds") World world) {
        List<TimeSlot> open = new ArrayList<>(world.blocks().added());
        Spans weekly = StaffTimes.of(world.zone(), world.hours(), List.of(), List.of(), List.of())
                .ranges(
                        world.range().startInclusive().getEpochSecond(),
                        world.range().endExclusive().getEpochSecond());
        for (int i = 0; i < weekly.size(); i++) {
            open.add(new TimeSlot(Instant.ofEpochSecond(weekly.start(i)), Instant.ofEpochSecond(weekly.end(i))));
        }

        assertThat(world.slots()).allSatisfy(slot -> {
            for (Instant at = slot.startInclusive(); at.isBefore(slot.endExclusive()); at = at.plusSeconds(60)) {
                Instant minute = at;
                assertThat(open).anyMatch(range -> range.contains(minute));
            }
        });
    }

    @Property(tries = 200)
    void taking_a_slot_takes_those_it_collides_with_and_leaves_the_rest(@ForAll("worlds") World world) {
        List<TimeSlot> before = world.slots();
        if (before.isEmpty()) {
            return;
        }
        TimeSlot taken = before.get(before.size() / 2).extendedBy(world.rules().gapAfter());
        List<TimeSlot> busy = new ArrayList<>(world.blocks().busy());
        busy.add(taken);
        Blocks blocks = new Blocks(world.blocks().added(), world.blocks().removed(), busy);

        List<TimeSlot> after = new World(world.zone(), world.hours(), blocks, world.rules(), world.range()).slots();

        assertThat(after)
                .isEqualTo(before.stream()
                        .filter(slot ->
                                !slot.extendedBy(world.rules().gapAfter()).overlaps(taken))
                        .toList());
    }

    @Property(tries = 200)
    void a_stretch_has_the_slots_of_its_parts(@ForAll("worlds") World world) {
        Instant middle = world.range()
                .startInclusive()
                .plus(world.range().length().dividedBy(2).truncatedTo(ChronoUnit.SECONDS));
        TimeSlot first = new TimeSlot(world.range().startInclusive(), middle);
        TimeSlot second = new TimeSlot(middle, world.range().endExclusive());

        List<TimeSlot> ofParts = new ArrayList<>();
        for (TimeSlot part : List.of(first, second)) {
            ofParts.addAll(new World(world.zone(), world.hours(), world.blocks(), world.rules(), part).slots());
        }

        assertThat(ofParts).isEqualTo(world.slots());
    }

    @Property(tries = 400)
    void the_booking_window_leaves_what_notice_and_last_day_allow(
            @ForAll("worlds") World world, @ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Instant now = world.range().startInclusive().plusSeconds(random.nextInt(3 * 86_400));
        Duration notice = Duration.ofMinutes(random.nextInt(3000));
        int windowDays = random.nextInt(5);

        BookingWindow window = BookingWindow.at(now, notice, windowDays, world.zone());

        LocalDate lastDay = LocalDate.ofInstant(now, world.zone()).plusDays(windowDays);
        assertThat(world.slots()).allSatisfy(slot -> {
            Instant start = slot.startInclusive();
            boolean inTime = Duration.between(now, start).compareTo(notice) >= 0;
            boolean inWindow = !LocalDate.ofInstant(start, world.zone()).isAfter(lastDay);
            assertThat(window.contains(start)).isEqualTo(inTime && inWindow);
        });
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "America/Havana",
                        "Asia/Kathmandu",
                        "UTC")
                .map(ZoneId::of);
        Arbitrary<LocalDate> dates = Arbitraries.of(
                        "2026-03-07", "2026-03-28", "2026-10-03", "2026-10-31", "2026-06-01")
                .map(LocalDate::parse);
        return zones.flatMap(zone -> dates.flatMap(
                date -> Arbitraries.longs().map(seed -> world(zone, date.minusDays(2), new Random(seed)))));
    }

    private static World world(ZoneId zone, LocalDate date, Random random) {
        Instant from = date.atStartOfDay(zone).toInstant();
        SlotRules rules =
                SlotRules.ofMinutes(5 + 5 * random.nextInt(24), 5 * random.nextInt(7), 5 + 5 * random.nextInt(12));
        Blocks blocks = new Blocks(
                slots(random, from, random.nextInt(4), 2000),
                slots(random, from, random.nextInt(4), 1000),
                slots(random, from, random.nextInt(30), 120));
        return new World(zone, week(random), blocks, rules, TimeSlot.of(from, Duration.ofDays(DAYS)));
    }

    private static List<TimeSlot> slots(Random random, Instant from, int count, int maxMinutes) {
        List<TimeSlot> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant start = from.plusSeconds(60L * random.nextInt(DAYS * 1440));
            slots.add(TimeSlot.of(start, Duration.ofMinutes(1 + random.nextInt(maxMinutes))));
        }
        return slots;
    }

    private static WeeklyHours week(Random random) {
        Map<DayOfWeek, List<LocalRange>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<LocalRange> ranges = new ArrayList<>();
            int minute = 15 * random.nextInt(40);
            while (minute < 1440 && ranges.size() < 3) {
                int end = Math.min(1440, minute + 15 + 15 * random.nextInt(40));
                ranges.add(new LocalRange(minute, end));
                minute = end + 15 * random.nextInt(8);
            }
            week.put(day, ranges);
        }
        return new WeeklyHours(week);
    }
}
