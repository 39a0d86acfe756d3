package org.bookbell.ical;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;

/**
 * A {@code VTIMEZONE} (RFC 5545 §3.6.5) that lists the changes of offset one by one, as Java knows them.
 *
 * <p>With the rules of another time zone database beside Java's, a reader would now and then show other hours than the
 * server meant.
 */
final class ZoneDefinition {

    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration MARGIN = Duration.ofDays(366);
    private static final LocalDateTime LONG_AGO = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final ZoneId zone;
    private final ContentLines lines;

    ZoneDefinition(ZoneId zone, ContentLines lines) {
        this.zone = zone;
        this.lines = lines;
    }

    /** Writes what holds from {@code from} to about a year after {@code to}, between 1970 and 2200. */
    void write(Instant from, Instant to) throws IOException {
        var first = bounded(from);
        var last = bounded(to).plus(MARGIN);
        lines.add("BEGIN", "VTIMEZONE");
        lines.add("TZID", zone.getId());
        writeBefore(first);
        for (var next = zone.getRules().nextTransition(first);
                next != null && next.getInstant().isBefore(last);
                next = zone.getRules().nextTransition(next.getInstant())) {
            writeChange(next);
        }
        lines.add("END", "VTIMEZONE");
    }

    private static Instant bounded(Instant instant) {
        return instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
    }

    /** What holds at {@code first}, since the change before it. */
    private void writeBefore(Instant first) throws IOException {
        var change = zone.getRules().previousTransition(first.plusNanos(1));
        if (change == null) {
            var offset = zone.getRules().getOffset(first);
            writeObservance("STANDARD", LONG_AGO, offset, offset);
        } else {
            writeChange(change);
        }
    }

    /** The onset is the local time by the offset before it. */
    private void writeChange(ZoneOffsetTransition change) throws IOException {
        var isDaylight = zone.getRules().isDaylightSavings(change.getInstant());
        writeObservance(
                isDaylight ? "DAYLIGHT" : "STANDARD",
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter());
    }

    private void writeObservance(String kind, LocalDateTime onset, ZoneOffset before, ZoneOffset after)
            throws IOException {
        lines.add("BEGIN", kind);
        lines.add("DTSTART", Times.local(onset));
        lines.add("TZOFFSETFROM", Times.offset(before));
        lines.add("TZOFFSETTO", Times.offset(after));
        lines.add("END", kind);
    }
}
