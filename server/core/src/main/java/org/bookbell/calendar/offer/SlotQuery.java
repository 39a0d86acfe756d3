package org.bookbell.calendar.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.bookbell.problem.Faults;

/**
 * Which slots are wanted: those of a service that start on the days from {@code from} to {@code to}, both included, at
 * most 62 of them.
 *
 * @param staffId the one staff member wanted, or empty for all who give the service
 * @param zone where days are counted; empty for the organization's
 */
public record SlotQuery(
        long organizationId,
        long serviceId,
        Optional<Long> staffId,
        LocalDate from,
        LocalDate to,
        Optional<ZoneId> zone) {

    /** The most days that one question may span. */
    public static final int MOST_DAYS = 62;

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    void check() {
        Faults faults = new Faults();
        checkDay(from, "/from", faults);
        checkDay(to, "/to", faults);
        faults.check(!to.isBefore(from), "/to", "The last day must not lie before the first.");
        faults.throwIfAny();
        faults.check(
                to.toEpochDay() - from.toEpochDay() < MOST_DAYS,
                "/to",
                "At most " + MOST_DAYS + " days can be asked for at once.");
        faults.throwIfAny();
    }

    Instant startIn(ZoneId usual) {
        return from.atStartOfDay(zone.orElse(usual)).toInstant();
    }

    Instant endIn(ZoneId usual) {
        return to.plusDays(1).atStartOfDay(zone.orElse(usual)).toInstant();
    }

    private static void checkDay(LocalDate day, String pointer, Faults faults) {
        faults.check(
                !day.isBefore(EARLIEST) && day.isBefore(LATEST),
                pointer,
                "The day must lie between the years 2000 and 2200.");
    }
}
