package org.bookbell.message.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** How long before the start a reminder is due. */
public sealed interface Lead {

    /** The longest lead there is: 90 days. */
    int MAX_DAYS = 90;

    /** {@code hours} of elapsed time before the start, whatever clocks do in between. */
    static Lead hoursBefore(int hours) {
        return new Hours(hours);
    }

    /** At {@code time} on the wall of the recipient, {@code days} before the day on which it starts there. */
    static Lead daysBefore(int days, LocalTime time) {
        return new Days(days, time);
    }

    /** When a reminder of what begins at {@code start} is due; always before it. */
    Instant dueAt(Instant start, ZoneId zone);

    /** Elapsed time, 1 hour to 90 days. */
    record Hours(int hours) implements Lead {

        public Hours {
            if (hours < 1 || hours > MAX_DAYS * 24) {
                throw new IllegalArgumentException("lead must be 1 to 2160 hours but was " + hours);
            }
        }

        @Override
        public Instant dueAt(Instant start, ZoneId zone) {
            return start.minus(Duration.ofHours(hours));
        }
    }

    /**
     * Wall time, 1 to 90 days before. A time that the zone skips on that day is the instant of the jump, one that it
     * shows twice is the first.
     */
    record Days(int days, LocalTime time) implements Lead {

        public Days {
            if (days < 1 || days > MAX_DAYS) {
                throw new IllegalArgumentException("lead must be 1 to 90 days but was " + days);
            }
        }

        @Override
        public Instant dueAt(Instant start, ZoneId zone) {
            var day = start.atZone(zone).toLocalDate().minusDays(days);
            var due = WallTime.instant(day, time, zone);
            // a zone that skips that whole day, as Samoa did once, jumps to the start itself
            return due.isBefore(start) ? due : start.minus(Duration.ofDays(days));
        }
    }
}
