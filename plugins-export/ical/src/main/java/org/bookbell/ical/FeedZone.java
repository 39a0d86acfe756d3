package org.bookbell.ical;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * The zone in which a feed writes its times.
 *
 * <p>In UTC are written the times of a zone without a place's name, such as an offset, and both of two hours of one name
 * when the clock goes back: a local time there means the first (RFC 5545 §3.3.5), but ical.js and khal take the second.
 */
final class FeedZone {

    private static final Pattern PLACE = Pattern.compile("[A-Za-z_]+(/[A-Za-z0-9_+-]+)+");

    private final ZoneId zone;
    private final boolean isPlace;

    FeedZone(ZoneId zone) {
        this.zone = zone;
        this.isPlace = PLACE.matcher(zone.getId()).matches();
    }

    void writeTime(ContentLines lines, String property, Instant instant) throws IOException {
        var time = instant.atZone(zone).toLocalDateTime();
        var isPlain = zone.getRules().getValidOffsets(time).size() == 1;
        if (isPlace && isPlain) {
            lines.add(property + ";TZID=" + zone.getId(), Times.local(time));
        } else {
            lines.add(property, Times.utc(instant));
        }
    }

    /** Writes the definition for times between the two, unless all are in UTC. */
    void writeDefinition(ContentLines lines, Instant from, Instant to) throws IOException {
        if (isPlace) {
            new ZoneDefinition(zone, lines).write(from, to);
        }
    }
}
