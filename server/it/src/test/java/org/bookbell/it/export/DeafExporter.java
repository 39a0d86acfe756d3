package org.bookbell.it.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** Writes nothing, never ends, and does not mind its interruption. */
public class DeafExporter implements AppointmentExporter {

    @Override
    public String name() {
        return "deaf";
    }

    @Override
    public String label() {
        return "deaf format";
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
        new Semaphore(0).acquireUninterruptibly();
    }
}
