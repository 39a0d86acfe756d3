package org.bookbell.calendar.hours;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Somebody's normal week: for each weekday the ranges of local time that can be booked, ordered and apart. */
public record WeeklyHours(Map<DayOfWeek, List<LocalRange>> ranges) {
    public WeeklyHours {
        EnumMap<DayOfWeek, List<LocalRange>> ordered = new EnumMap<>(DayOfWeek.class);
        ranges.forEach((day, ofDay) -> {
            if (!ofDay.isEmpty()) {
                ordered.put(day, ordered(day, ofDay));
            }
        });
        ranges = Collections.unmodifiableMap(ordered);
    }

    /** A week without hours. */
    public static WeeklyHours none() {
        return new WeeklyHours(Map.of());
    }

    /** The same ranges on each of these days. */
    public static WeeklyHours on(Iterable<DayOfWeek> days, LocalRange... ranges) {
        EnumMap<DayOfWeek, List<LocalRange>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, Arrays.asList(ranges)));
        return new WeeklyHours(week);
    }

    /** The same ranges from Monday to Friday. */
    public static WeeklyHours onWorkdays(LocalRange... ranges) {
        return on(Arrays.asList(DayOfWeek.values()).subList(0, 5), ranges);
    }

    /** The same ranges on all seven days. */
    public static WeeklyHours daily(LocalRange... ranges) {
        return on(Arrays.asList(DayOfWeek.values()), ranges);
    }

    public List<LocalRange> on(DayOfWeek day) {
        return ranges.getOrDefault(day, List.of());
    }

    private static List<LocalRange> ordered(DayOfWeek day, List<LocalRange> ranges) {
        List<LocalRange> sorted = ranges.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                throw new IllegalArgumentException(
                        "ranges of " + day + " overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
            }
        }
        return sorted;
    }
}
