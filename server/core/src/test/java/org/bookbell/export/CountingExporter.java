package org.bookbell.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;

/** Writes a byte for each appointment. */
public record CountingExporter(OptionalInt mostAppointments) implements AppointmentExporter {

    private static final Instant NINE = Instant.parse("2026-11-30T09:00:00Z");

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public String label() {
        return "Counting";
    }

    @Override
    public String mediaType() {
        return "application/octet-stream";
    }

    @Override
    public String fileExtension() {
        return "bin";
    }

    @Override
    public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) throws IOException {
        for (var next = appointments.iterator(); next.hasNext(); next.next()) {
            out.write(1);
        }
    }

    static ExportedAppointment appointment(int number) {
        return new ExportedAppointment(
                "0HZ%010d".formatted(number),
                0,
                "BOOKED",
                NINE,
                NINE.plusSeconds(60),
                ZoneOffset.UTC,
                "Massage",
                "Bea",
                "Ann",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NINE,
                NINE,
                ReminderState.NONE);
    }
}
