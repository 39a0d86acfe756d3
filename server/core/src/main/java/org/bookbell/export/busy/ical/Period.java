package org.bookbell.export.busy.ical;

import java.time.Instant;
import org.bookbell.export.busy.ical.line.ContentLine;
import org.bookbell.export.busy.ical.line.UnreadableCalendar;

/** A period of time (RFC 5545, 3.3.9), by its end or its length. */
public record Period(Moment start, Instant end) {

    static Period of(ContentLine line, String text, Moments moments) throws UnreadableCalendar {
        var slash = text.indexOf('/');
        if (slash < 0) {
            throw line.fault("is no period of time");
        }
        var start = moments.one(line, text.substring(0, slash));
        var rest = text.substring(slash + 1);
        var end = rest.contains("P")
                ? Length.of(line, rest).end(start, start.local())
                : moments.one(line, rest).instant();
        if (end.isBefore(start.instant())) {
            throw line.fault("ends before it starts");
        }
        return new Period(start, end);
    }
}
