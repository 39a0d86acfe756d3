package org.bookbell.export.busy.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;

/**
 * A date, or a time, as it stands in a calendar.
 *
 * @param local midnight for a date
 */
record Moment(LocalDateTime local, boolean isDate, ZoneRules zone) {

    Instant instant() {
        return instant(local);
    }

    /** The instant of another local time of its zone. */
    Instant instant(LocalDateTime time) {
        return instant(time, zone);
    }

    /** In a gap as if the clock had not changed, in an overlap the first one (RFC 5545, 3.3.5). */
    static Instant instant(LocalDateTime time, ZoneRules zone) {
        var change = zone.getTransition(time);
        return time.toInstant(change == null ? zone.getOffset(time) : change.getOffsetBefore());
    }
}
