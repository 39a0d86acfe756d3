package org.bookbell.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bookbell.spi.export.ExportedAppointment;

/**
 * One column.
 *
 * @param heading its name in the first row
 * @param value what stands below it, by an appointment and the zone of local times
 */
record Column(String heading, BiFunction<ExportedAppointment, ZoneId, String> value) {

    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("HH:mm");

    /**
     * The columns in their order. They are for spreadsheets and for programs: each time stands as local date and time and
     * once more with its offset. Columns are added at the end only.
     */
    static final List<Column> ALL = List.of(
            plain("id", ExportedAppointment::id),
            plain("status", ExportedAppointment::status),
            time("date", ExportedAppointment::start, DateTimeFormatter.ISO_LOCAL_DATE),
            time("startTime", ExportedAppointment::start, HOURS),
            time("endTime", ExportedAppointment::end, HOURS),
            text("service", ExportedAppointment::service),
            text("staff", ExportedAppointment::staff),
            text("clientName", ExportedAppointment::clientName),
            optionalText("clientEmail", ExportedAppointment::clientEmail),
            phone("clientMobile", ExportedAppointment::clientMobile),
            phone("clientPhone", ExportedAppointment::clientPhone),
            optionalText("location", ExportedAppointment::location),
            optionalText("note", ExportedAppointment::note),
            time("start", ExportedAppointment::start, DateTimeFormatter.ISO_OFFSET_DATE_TIME),
            time("end", ExportedAppointment::end, DateTimeFormatter.ISO_OFFSET_DATE_TIME),
            plain("zone", appointment -> appointment.zone().getId()),
            time("createdAt", ExportedAppointment::createdAt, DateTimeFormatter.ISO_OFFSET_DATE_TIME),
            time("changedAt", ExportedAppointment::changedAt, DateTimeFormatter.ISO_OFFSET_DATE_TIME),
            plain("revision", appointment -> Integer.toString(appointment.revision())));

    String cell(ExportedAppointment appointment, ZoneId zone) {
        return value.apply(appointment, zone);
    }

    private static Column plain(String heading, Function<ExportedAppointment, String> value) {
        return new Column(heading, (appointment, zone) -> value.apply(appointment));
    }

    private static Column text(String heading, Function<ExportedAppointment, String> value) {
        return plain(heading, value.andThen(Cell::ofText));
    }

    private static Column optionalText(String heading, Function<ExportedAppointment, Optional<String>> value) {
        return plain(heading, value.andThen(text -> text.map(Cell::ofText).orElse("")));
    }

    private static Column phone(String heading, Function<ExportedAppointment, Optional<String>> value) {
        return plain(heading, value.andThen(number -> number.map(Cell::ofPhone).orElse("")));
    }

    private static Column time(String heading, Function<ExportedAppointment, Instant> value, DateTimeFormatter format) {
        return new Column(
                heading,
                (appointment, zone) -> format.format(value.apply(appointment).atZone(zone)));
    }
}
