package org.bookbell.calendar.setup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bookbell.calendar.hours.BlockKind;
import org.bookbell.calendar.hours.TimeBlock;
import org.bookbell.calendar.hours.TimeSlot;
import org.bookbell.problem.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A time block, as somebody wrote it.
 *
 * @param startsAt a whole minute
 * @param endsAt a whole minute, at most 366 days later
 * @param note why, for the organization's own eyes; null or blank for none
 */
public record TimeBlockDetails(
        BlockKind kind,
        Instant startsAt,
        Instant endsAt,
        @Nullable String note) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    TimeSlot checked() {
        Faults faults = new Faults();
        checkInstant(startsAt, "/startsAt", faults);
        checkInstant(endsAt, "/endsAt", faults);
        faults.check(startsAt.isBefore(endsAt), "/endsAt", "The block must end after it starts.");
        faults.check(
                Duration.between(startsAt, endsAt).compareTo(TimeBlock.LONGEST) <= 0,
                "/endsAt",
                "The block must be at most 366 days long; write a longer one as several.");
        new TextRules(faults).optional(note, 200, "/note");
        faults.throwIfAny();
        return new TimeSlot(startsAt, endsAt);
    }

    @Nullable String noteOrNull() {
        return TextRules.blankToNull(note);
    }

    private static void checkInstant(Instant instant, String pointer, Faults faults) {
        faults.check(
                instant.truncatedTo(ChronoUnit.MINUTES).equals(instant), pointer, "The time must be a whole minute.");
        faults.check(
                !instant.isBefore(EARLIEST) && instant.isBefore(LATEST),
                pointer,
                "The time must lie between the years 2000 and 2200.");
    }
}
