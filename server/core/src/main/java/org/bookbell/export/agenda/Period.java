package org.bookbell.export.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/** Whole days of a zone: the first, and those after it. */
public record Period(LocalDate firstDay, int daysAhead, ZoneId zone) {

    public Instant from() {
        return firstDay.atStartOfDay(zone).toInstant();
    }

    public Instant to() {
        return firstDay.plusDays(daysAhead + 1L).atStartOfDay(zone).toInstant();
    }

    Stream<LocalDate> days() {
        return firstDay.datesUntil(firstDay.plusDays(daysAhead + 1L));
    }
}
