package org.bookbell.export.busy.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.bookbell.export.busy.ical.line.ContentLine;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** How long something lasts: days of the calendar first, which may have 23 or 25 hours, then elapsed time (RFC 5545, 3.3.6). */
record Length(long days, Duration elapsed) {

    private static final Pattern FORM = Pattern.compile(
            "\\+?P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,7})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?");

    static final Length NOTHING = new Length(0, Duration.ZERO);
    static final Length A_DAY = new Length(1, Duration.ZERO);

    static Length of(ContentLine line, String text) throws UnreadableCalendar {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw line.fault("is no length of time that can be understood");
        }
        var elapsed = Duration.ofHours(number(found.group(3)))
                .plusMinutes(number(found.group(4)))
                .plusSeconds(number(found.group(5)));
        return new Length(7 * number(found.group(1)) + number(found.group(2)), elapsed);
    }

    static Length between(Moment start, Moment end) {
        return start.isDate() && end.isDate()
                ? new Length(ChronoUnit.DAYS.between(start.local(), end.local()), Duration.ZERO)
                : new Length(0, Duration.between(start.instant(), end.instant()));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    boolean isNegative() {
        return days < 0 || elapsed.isNegative();
    }

    /** When what begins at {@code local} of the zone of {@code start} ends. */
    Instant end(Moment start, LocalDateTime local) {
        return start.instant(local.plusDays(days)).plus(elapsed);
    }

    /** At most how many days it lasts. */
    long mostDays() {
        return days + elapsed.toDays() + 1;
    }
}
