package org.bookbell.ical;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;
import org.bookbell.spi.export.Subscription;

/** Appointments and exports for tests. */
final class Appointments {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant BOOKED_AT = Instant.parse("2026-09-01T08:00:00.123456Z");

    private Appointments() {}

    static Export anExport(ZoneId zone) {
        return new Export(
                "Praxis Süd",
                "Bea Stark; Massage",
                zone,
                Locale.ENGLISH,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2027-01-01T00:00:00Z"),
                Instant.parse("2026-10-01T00:00:00Z"));
    }

    /** What a subscriber gets who wants to be reminded half an hour before. */
    static Export aSubscription(ZoneId zone) {
        var export = anExport(zone);
        return new Export(
                export.organization(),
                export.title(),
                zone,
                export.locale(),
                export.from(),
                export.to(),
                export.asOf(),
                Optional.of(new Subscription("teal", Optional.of(Duration.ofMinutes(30)), Duration.ofHours(4))));
    }

    /** With nothing of who comes, for what and to whom. */
    static ExportedAppointment busy() {
        return new ExportedAppointment(
                "0HZX5A7PQ9K3M",
                0,
                "BOOKED",
                Instant.parse("2026-11-22T08:00:00Z"),
                Instant.parse("2026-11-22T08:45:00Z"),
                BERLIN,
                "Busy",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BOOKED_AT,
                BOOKED_AT,
                ReminderState.NONE);
    }

    static ExportedAppointment at(String start, ZoneId zone) {
        return at(Instant.parse(start), zone);
    }

    static ExportedAppointment at(Instant start, ZoneId zone) {
        return with(start, zone, "BOOKED", "Ann Example", "");
    }

    static ExportedAppointment withStatus(String status) {
        return with(Instant.parse("2026-11-22T08:00:00Z"), BERLIN, status, "Ann Example", "");
    }

    static ExportedAppointment of(String clientName, String note) {
        return with(Instant.parse("2026-11-22T08:00:00Z"), BERLIN, "BOOKED", clientName, note);
    }

    private static ExportedAppointment with(Instant start, ZoneId zone, String status, String clientName, String note) {
        return new ExportedAppointment(
                "0HZX5A7PQ9K3M",
                2,
                status,
                start,
                start.plus(Duration.ofMinutes(45)),
                zone,
                "Massage, 45 min",
                "Bea Stark",
                clientName,
                Optional.of("ann@example.org"),
                Optional.of("+12125550123"),
                Optional.empty(),
                Optional.of("Hauptstraße 1\n10115 Berlin"),
                Optional.of(note).filter(text -> !text.isEmpty()),
                BOOKED_AT,
                BOOKED_AT.plusSeconds(60),
                ReminderState.NONE);
    }

    static String export(Export export, ExportedAppointment... appointments) throws IOException {
        var out = new ByteArrayOutputStream();
        new IcalExporter().write(export, Stream.of(appointments), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
