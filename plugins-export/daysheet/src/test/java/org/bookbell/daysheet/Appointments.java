package org.bookbell.daysheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;

/** Appointments and exports for tests: one hour each on Monday, 30 November 2026, in Berlin. */
final class Appointments {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant NINE = Instant.parse("2026-11-30T08:00:00Z");

    private Appointments() {}

    static Export anExport(Locale locale) {
        return new Export(
                "Praxis Süd <Nord> & \"Co\"",
                "Everybody's day",
                BERLIN,
                locale,
                Instant.parse("2026-11-29T23:00:00Z"),
                Instant.parse("2026-11-30T23:00:00Z"),
                Instant.parse("2026-11-29T20:15:00Z"));
    }

    static ExportedAppointment anAppointment(String staff, Instant start, String client) {
        return of(staff, start, client, "BOOKED", ReminderState.DELIVERED, "window seat");
    }

    static ExportedAppointment of(
            String staff, Instant start, String client, String status, ReminderState reminder, String note) {
        return new ExportedAppointment(
                "0HZX5A7PQ9K3M",
                2,
                status,
                start,
                start.plus(Duration.ofMinutes(45)),
                BERLIN,
                "Massage",
                staff,
                client,
                Optional.of("ann@example.org"),
                Optional.of("+4915112345678"),
                Optional.of("+493012345678"),
                Optional.of("Hauptstraße 1"),
                Optional.of(note).filter(text -> !text.isEmpty()),
                NINE.minusSeconds(86_400),
                NINE.minusSeconds(3_600),
                reminder);
    }

    static byte[] written(AppointmentExporter exporter, Locale locale, Stream<ExportedAppointment> appointments)
            throws IOException {
        var out = new ByteArrayOutputStream();
        exporter.write(anExport(locale), appointments, out);
        return out.toByteArray();
    }
}
