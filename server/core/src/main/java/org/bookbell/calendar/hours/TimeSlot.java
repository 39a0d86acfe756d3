package org.bookbell.calendar.hours;

import java.time.Duration;
import java.time.Instant;

/** A half-open range of instants that is never empty. */
public record TimeSlot(Instant startInclusive, Instant endExclusive) {
    public TimeSlot {
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException(
                    "slot must end after it starts but was " + startInclusive + "/" + endExclusive);
        }
    }

    public static TimeSlot of(Instant startInclusive, Duration length) {
        return new TimeSlot(startInclusive, startInclusive.plus(length));
    }

    public Duration length() {
        return Duration.between(startInclusive, endExclusive);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(startInclusive) && instant.isBefore(endExclusive);
    }

    /** Whether the two share an instant; slots that only touch do not. */
    public boolean overlaps(TimeSlot other) {
        return startInclusive.isBefore(other.endExclusive) && other.startInclusive.isBefore(endExclusive);
    }

    public boolean encloses(TimeSlot other) {
        return !other.startInclusive.isBefore(startInclusive) && !other.endExclusive.isAfter(endExclusive);
    }

    /** The slot with its end moved later. */
    public TimeSlot extendedBy(Duration more) {
        return new TimeSlot(startInclusive, endExclusive.plus(more));
    }
}
