package org.bookbell.message.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * The hours of the recipient's day in which no reminder comes, from a minute of the day (included) to another
 * (excluded); they may span midnight. Where both are the same there are none.
 */
public record QuietHours(int fromMinute, int toMinute) {

    private static final int MINUTES_OF_DAY = 24 * 60;

    /** What an organization begins with: 21:00 to 8:00. */
    public static final QuietHours USUAL = new QuietHours(21 * 60, 8 * 60);

    public static final QuietHours NONE = new QuietHours(0, 0);

    public QuietHours {
        checkMinute(fromMinute);
        checkMinute(toMinute);
    }

    public boolean isNone() {
        return fromMinute == toMinute;
    }

    public boolean isQuiet(Instant instant, ZoneId zone) {
        var minute = minuteOfDay(instant.atZone(zone).toLocalTime());
        return fromMinute <= toMinute
                ? fromMinute <= minute && minute < toMinute
                : minute < toMinute || fromMinute <= minute;
    }

    /**
     * {@code due} itself, or where that is quiet the last minute before it was not: a minute to send it in. A reminder
     * moves earlier, never later.
     */
    public Instant moveEarlier(Instant due, ZoneId zone) {
        var moved = due;
        while (isQuiet(moved, zone)) {
            moved = beginOfQuiet(moved, zone).minus(Duration.ofMinutes(1));
        }
        return moved;
    }

    /** {@code instant} itself, or where that is quiet the first instant after it that is not. */
    public Instant moveLater(Instant instant, ZoneId zone) {
        var moved = instant;
        while (isQuiet(moved, zone)) {
            moved = endOfQuiet(moved, zone);
        }
        return moved;
    }

    /** The first time after the quiet instant {@code quiet} at which the quiet ends. */
    private Instant endOfQuiet(Instant quiet, ZoneId zone) {
        var end = LocalTime.ofSecondOfDay(toMinute * 60L);
        var date = quiet.atZone(zone).toLocalDate();
        return Stream.of(
                        WallTime.instant(date, end, zone),
                        WallTime.lastInstant(date, end, zone),
                        WallTime.instant(date.plusDays(1), end, zone))
                .filter(quiet::isBefore)
                .findFirst()
                .orElseGet(() -> WallTime.instant(date.plusDays(2), end, zone));
    }

    /** The latest time at which the quiet began, at or before the quiet instant {@code quiet}. */
    private Instant beginOfQuiet(Instant quiet, ZoneId zone) {
        var local = quiet.atZone(zone);
        var begin = LocalTime.ofSecondOfDay(fromMinute * 60L);
        var date = local.toLocalTime().isBefore(begin) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        return latestBegin(date, begin, zone, quiet);
    }

    private static Instant latestBegin(LocalDate date, LocalTime begin, ZoneId zone, Instant quiet) {
        var last = WallTime.lastInstant(date, begin, zone);
        if (!last.isAfter(quiet)) {
            return last;
        }
        var first = WallTime.instant(date, begin, zone);
        return first.isAfter(quiet) ? quiet : first;
    }

    private static int minuteOfDay(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static void checkMinute(int minute) {
        if (minute < 0 || minute >= MINUTES_OF_DAY) {
            throw new IllegalArgumentException("minute of the day must be 0 to 1439 but was " + minute);
        }
    }
}
