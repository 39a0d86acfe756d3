package org.bookbell.csv;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bookbell.spi.export.CsvCell;
import org.bookbell.spi.export.ExportedAppointment;

/**
 * One column.
 *
 * @param heading its name in the first row
 * @param value what stands below it, by an appointment and the zone of local times
 */
record Column(String heading, BiFunction<ExportedAppointment, ZoneId, String> value) {

    /**
     * The columns in their order. They are for spreadsheets and for programs: each time stands as local date and time and
     * once more with its offset. Columns are added at the end only.
     */
    static final List<Column> ALL = List.of(
            plain("id", ExportedAppointment::id),
            plain("status", ExportedAppointment::status),
            time("date", ExportedAppointment::start, IsoTime::date),
            time("startTime", ExportedAppointment::start, IsoTime::hours),
            time("endTime", ExportedAppointment::end, IsoTime::hours),
            text("service", ExportedAppointment::service),
            text("staff", ExportedAppointment::staff),
            text("clientName", ExportedAppointment::clientName),
            optionalText("clientEmail", ExportedAppointment::clientEmail),
            phone("clientMobile", ExportedAppointment::clientMobile),
            phone("clientPhone", ExportedAppointment::clientPhone),
            optionalText("location", ExportedAppointment::location),
            optionalText("note", ExportedAppointment::note),
            time("start", ExportedAppointment::start, IsoTime::withOffset),
            time("end", ExportedAppointment::end, IsoTime::withOffset),
            plain("zone", appointment -> appointment.zone().getId()),
            time("createdAt", ExportedAppointment::createdAt, IsoTime::withOffset),
            time("changedAt", ExportedAppointment::changedAt, IsoTime::withOffset),
            plain("revision", appointment -> Integer.toString(appointment.revision())),
            plain("reminder", appointment -> appointment.reminder().name()));

    /** The columns of these names, separated by commas, in that order; all where there is no name. */
    static List<Column> named(String names) {
        return names.isBlank()
                ? ALL
                : namesIn(names).map(name -> find(name).orElseThrow()).toList();
    }

    /** Those of these names that no column has. */
    static List<String> unknown(String names) {
        return names.isBlank()
                ? List.of()
                : namesIn(names).filter(name -> find(name).isEmpty()).toList();
    }

    private static Stream<String> namesIn(String names) {
        return Stream.of(names.split(",", -1)).map(String::strip);
    }

    private static Optional<Column> find(String name) {
        return ALL.stream().filter(column -> column.heading().equals(name)).findFirst();
    }

    String cell(ExportedAppointment appointment, ZoneId zone) {
        return value.apply(appointment, zone);
    }

    private static Column plain(String heading, Function<ExportedAppointment, String> value) {
        return new Column(heading, (appointment, zone) -> value.apply(appointment));
    }

    private static Column text(String heading, Function<ExportedAppointment, String> value) {
        return plain(heading, value.andThen(CsvCell::ofText));
    }

    private static Column optionalText(String heading, Function<ExportedAppointment, Optional<String>> value) {
        return plain(heading, value.andThen(text -> text.map(CsvCell::ofText).orElse("")));
    }

    private static Column phone(String heading, Function<ExportedAppointment, Optional<String>> value) {
        return plain(
                heading, value.andThen(number -> number.map(CsvCell::ofAddress).orElse("")));
    }

    private static Column time(
            String heading, Function<ExportedAppointment, Instant> value, Function<OffsetDateTime, String> format) {
        return new Column(
                heading, (appointment, zone) -> format.apply(OffsetDateTime.ofInstant(value.apply(appointment), zone)));
    }
}
