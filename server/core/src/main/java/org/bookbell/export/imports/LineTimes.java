package org.bookbell.export.imports;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** When the appointment of a line begins: an instant with its offset, or a date and a time on the wall. */
final class LineTimes {

    private final ZoneId zone;
    private final FaultList faults;

    /** With the zone of local times where the line names none. */
    LineTimes(ZoneId zone, FaultList faults) {
        this.zone = zone;
        this.faults = faults;
    }

    /** The start; empty where the line tells none that is one, which is told. */
    Optional<Instant> start(CsvLine line) {
        return line.find(Field.START).isPresent() ? instant(line, Field.START) : local(line);
    }

    /** Tells where the line has an end, and it is not {@code duration} after {@code start}. */
    void checkEnd(CsvLine line, Instant start, Duration duration) {
        if (line.find(Field.END).isPresent()) {
            instant(line, Field.END)
                    .filter(end -> !end.equals(start.plus(duration)))
                    .ifPresent(end -> faults.add(
                            "lines",
                            line.number(),
                            Field.END.heading(),
                            "The service takes " + duration.toMinutes()
                                    + " minutes, so it cannot end then; correct it, or leave the column out."));
        }
    }

    private Optional<Instant> instant(CsvLine line, Field field) {
        try {
            return line.find(field).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException wrong) {
            return wrong(
                    line,
                    field,
                    "The value is no instant; write date, time and offset from UTC like 2026-11-30T09:00:00+01:00.");
        }
    }

    private Optional<Instant> local(CsvLine line) {
        if (line.find(Field.DATE).isEmpty() || line.find(Field.START_TIME).isEmpty()) {
            return wrong(line, Field.START, "A start is missing: write start, or date and startTime.");
        }
        var date = date(line);
        var time = time(line);
        var there = zone(line);
        return date.flatMap(day -> time.flatMap(at -> there.flatMap(where -> onTheWall(line, day.atTime(at), where))));
    }

    private Optional<LocalDate> date(CsvLine line) {
        try {
            return line.find(Field.DATE).map(LocalDate::parse);
        } catch (DateTimeException wrong) {
            return wrong(line, Field.DATE, "The value is no date; write it like 2026-11-30.");
        }
    }

    private Optional<LocalTime> time(CsvLine line) {
        try {
            return line.find(Field.START_TIME).map(LocalTime::parse);
        } catch (DateTimeException wrong) {
            return wrong(line, Field.START_TIME, "The value is no time of a day; write it like 09:30.");
        }
    }

    private Optional<ZoneId> zone(CsvLine line) {
        try {
            return Optional.of(line.find(Field.ZONE).map(ZoneId::of).orElse(zone));
        } catch (DateTimeException wrong) {
            return wrong(line, Field.ZONE, "The value is no time zone; write one like Europe/Berlin.");
        }
    }

    /** A time that the zone skips is none; of one that it shows twice the first is meant. */
    private Optional<Instant> onTheWall(CsvLine line, LocalDateTime local, ZoneId where) {
        var offsets = where.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? wrong(line, Field.START_TIME, "The clocks of " + where + " skip this time on that day.")
                : Optional.of(local.toInstant(offsets.get(0)));
    }

    private <T> Optional<T> wrong(CsvLine line, Field field, String detail) {
        faults.add("lines", line.number(), field.heading(), detail);
        return Optional.empty();
    }
}
