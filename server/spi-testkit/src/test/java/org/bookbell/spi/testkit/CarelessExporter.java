package org.bookbell.spi.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** An exporter that collects everything, stamps it with the hour and closes what it was lent. */
public class CarelessExporter implements AppointmentExporter {

    @Override
    public String name() {
        return "Careless!";
    }

    @Override
    public String label() {
        return "Careless";
    }

    @Override
    public String mediaType() {
        return "text/plain";
    }

    @Override
    public String fileExtension() {
        return "txt";
    }

    @Override
    public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) throws IOException {
        var all = appointments.toList();
        if (all.stream().anyMatch(appointment -> appointment.clientName().length() > 1_000)) {
            throw new IllegalArgumentException("name too long");
        }
        if (!all.isEmpty()) {
            out.write((System.nanoTime() + all.toString()).getBytes(StandardCharsets.UTF_8));
        }
        out.close();
    }
}
