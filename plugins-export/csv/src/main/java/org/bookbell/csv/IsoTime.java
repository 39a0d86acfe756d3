package org.bookbell.csv;

import java.time.OffsetDateTime;

/** Times as ISO 8601 has them, written by hand: formatters take a quarter of the time in which a row is written. */
final class IsoTime {

    private static final int LONGEST = "2026-11-03T09:00:00.000000+01:00".length();
    private static final int DIGITS_OF_NANOS = 9;

    private IsoTime() {}

    /** Such as {@code 2026-11-03}. */
    static String date(OffsetDateTime time) {
        return time.toLocalDate().toString();
    }

    /** Such as {@code 09:00}. */
    static String hours(OffsetDateTime time) {
        return hours(new StringBuilder(5), time).toString();
    }

    /** Such as {@code 2026-11-03T09:00:00+01:00}; a fraction has as many digits as it needs. */
    static String withOffset(OffsetDateTime time) {
        var text = new StringBuilder(LONGEST).append(time.toLocalDate()).append('T');
        two(hours(text, time).append(':'), time.getSecond());
        if (time.getNano() > 0) {
            fraction(text.append('.'), time.getNano());
        }
        return text.append(time.getOffset().getId()).toString();
    }

    private static StringBuilder hours(StringBuilder text, OffsetDateTime time) {
        return two(two(text, time.getHour()).append(':'), time.getMinute());
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void fraction(StringBuilder text, int nanos) {
        var digits = Integer.toString(nanos);
        text.append("0".repeat(DIGITS_OF_NANOS - digits.length())).append(digits);
        while (text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
        }
    }
}
