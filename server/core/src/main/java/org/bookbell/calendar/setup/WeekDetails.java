package org.bookbell.calendar.setup;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bookbell.calendar.hours.LocalRange;
import org.bookbell.calendar.hours.WeeklyHours;
import org.bookbell.problem.Faults;

/** A week of hours, as somebody wrote it: ranges in any order. */
public record WeekDetails(List<DayRange> hours) {

    private static final int MOST_RANGES = 100;

    /**
     * One range of one weekday.
     *
     * @param fromMinute minutes after midnight
     * @param toMinute at most 1440, which is 24:00
     */
    public record DayRange(DayOfWeek weekday, int fromMinute, int toMinute) {

        boolean overlaps(DayRange other) {
            return weekday == other.weekday && fromMinute < other.toMinute && other.fromMinute < toMinute;
        }
    }

    public WeekDetails {
        hours = List.copyOf(hours);
    }

    /** What a week of hours looks like when it is written down. */
    public static WeekDetails of(WeeklyHours week) {
        List<DayRange> hours = new ArrayList<>();
        week.ranges()
                .forEach((day, ranges) ->
                        ranges.forEach(range -> hours.add(new DayRange(day, range.fromMinute(), range.toMinute()))));
        return new WeekDetails(hours);
    }

    WeeklyHours checked() {
        Faults faults = new Faults();
        if (faults.check(hours.size() <= MOST_RANGES, "/hours", "A week must have at most 100 ranges.")) {
            for (int i = 0; i < hours.size(); i++) {
                check(i, faults);
            }
        }
        faults.throwIfAny();
        return toHours();
    }

    private void check(int i, Faults faults) {
        DayRange range = hours.get(i);
        String pointer = "/hours/" + i;
        faults.check(
                range.fromMinute() >= 0 && range.fromMinute() < LocalRange.END_OF_DAY,
                pointer + "/from",
                "A range must begin between 00:00 and 23:59.");
        faults.check(
                range.toMinute() > range.fromMinute() && range.toMinute() <= LocalRange.END_OF_DAY,
                pointer + "/to",
                "A range must end after it begins, at 24:00 at the latest.");
        faults.check(
                hours.subList(0, i).stream().noneMatch(range::overlaps),
                pointer,
                "Ranges of one weekday must not overlap.");
    }

    private WeeklyHours toHours() {
        Map<DayOfWeek, List<LocalRange>> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach(range -> week.computeIfAbsent(range.weekday(), day -> new ArrayList<>())
                .add(new LocalRange(range.fromMinute(), range.toMinute())));
        return new WeeklyHours(week);
    }
}
