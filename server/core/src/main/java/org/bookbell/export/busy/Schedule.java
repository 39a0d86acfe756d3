package org.bookbell.export.busy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * When a calendar is asked for again: at its pace while all is well, ever more rarely while it fails, never before its
 * server wants to be asked, and always a little off, so that calendars of one server are not asked for all at once.
 */
@Dependent
class Schedule {

    private static final Duration RAREST = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 10;

    private final Duration pace;

    @Inject
    Schedule(@ConfigProperty(name = "bookbell.calendars.every", defaultValue = "PT30M") Duration pace) {
        if (pace.isNegative() || pace.isZero()) {
            throw new IllegalStateException("bookbell.calendars.every must be positive but was " + pace);
        }
        this.pace = pace;
    }

    Instant afterSuccess(Instant now) {
        return now.plus(offBy(pace));
    }

    /**
     * After a failure.
     *
     * @param failures how many in a row, this one included
     * @param asked when the server wants to be asked again
     */
    Instant afterFailure(Instant now, int failures, Optional<Duration> asked) {
        var doubled = pace.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - 1));
        var longest = RAREST.compareTo(pace) > 0 ? RAREST : pace;
        var pause = offBy(doubled.compareTo(longest) > 0 ? longest : doubled);
        return now.plus(asked.filter(wish -> wish.compareTo(pause) > 0).orElse(pause));
    }

    /** Up to a tenth more or less. */
    private static Duration offBy(Duration time) {
        var tenth = Math.max(1, time.toMillis() / 10);
        return time.plusMillis(ThreadLocalRandom.current().nextLong(-tenth, tenth + 1));
    }
}
