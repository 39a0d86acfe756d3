package org.bookbell.calendar.hours;

import java.time.LocalTime;
import java.util.Locale;

/**
 * A half-open range of local times within one day, in minutes after midnight; it may end at 24:00, the end of the day.
 */
public record LocalRange(int fromMinute, int toMinute) implements Comparable<LocalRange> {
    /** The last end that a range may have: 24:00. */
    public static final int END_OF_DAY = 24 * 60;

    public LocalRange {
        if (fromMinute < 0 || fromMinute >= toMinute || toMinute > END_OF_DAY) {
            throw new IllegalArgumentException("range must be within a day and end after it starts but was "
                    + fromMinute + " to " + toMinute + " minutes after midnight");
        }
    }

    /** The range between two times as people write them, the second at most 24:00: {@code of("09:00", "24:00")}. */
    public static LocalRange of(String from, String to) {
        return new LocalRange(parseMinute(from), parseMinute(to));
    }

    /**
     * Reads {@code HH:mm}, or 24:00 for the end of the day, as minutes after midnight.
     *
     * @throws java.time.format.DateTimeParseException if the text is neither
     */
    public static int parseMinute(String text) {
        if (text.equals("24:00")) {
            return END_OF_DAY;
        }
        LocalTime time = LocalTime.parse(text);
        return time.getHour() * 60 + time.getMinute();
    }

    /** Writes minutes after midnight as {@code HH:mm}. */
    public static String formatMinute(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    public boolean overlaps(LocalRange other) {
        return fromMinute < other.toMinute && other.fromMinute < toMinute;
    }

    @Override
    public int compareTo(LocalRange other) {
        int byStart = Integer.compare(fromMinute, other.fromMinute);
        return byStart != 0 ? byStart : Integer.compare(toMinute, other.toMinute);
    }

    @Override
    public String toString() {
        return formatMinute(fromMinute) + "–" + formatMinute(toMinute);
    }
}
