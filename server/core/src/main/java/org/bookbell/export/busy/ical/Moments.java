package org.bookbell.export.busy.ical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bookbell.export.busy.ical.line.ContentLine;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** Reads dates and times (RFC 5545, 3.3.4 and 3.3.5) in the zones that a calendar names. */
final class Moments {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)(\\d\\d)(Z?))?");
    private static final String WRONG = "is neither a date nor a time";
    private static final int LAST_SECOND = 59;

    private final Zones zones;

    Moments(Zones zones) {
        this.zones = zones;
    }

    /** The only value of a line. */
    Moment one(ContentLine line) throws UnreadableCalendar {
        return one(line, line.value().strip());
    }

    /** All values of a line; of periods their starts. */
    List<Moment> all(ContentLine line) throws UnreadableCalendar {
        var moments = new ArrayList<Moment>();
        for (var value : line.value().split(",", -1)) {
            moments.add(one(line, value.strip()));
        }
        return moments;
    }

    Moment one(ContentLine line, String text) throws UnreadableCalendar {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw line.fault(WRONG);
        }
        try {
            var date = LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)));
            if (found.group(4) == null) {
                return new Moment(date.atStartOfDay(), true, zones.usual());
            }
            // a leap second is the one before it
            var second = Math.min(LAST_SECOND, number(found.group(6)));
            var local = LocalDateTime.of(date, LocalTime.of(number(found.group(4)), number(found.group(5)), second));
            return new Moment(
                    local,
                    false,
                    found.group(7).isEmpty() ? zones.of(line, line.parameter("TZID")) : ZoneOffset.UTC.getRules());
        } catch (DateTimeException wrong) {
            throw line.fault(WRONG);
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
