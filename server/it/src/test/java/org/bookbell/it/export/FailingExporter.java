package org.bookbell.it.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** Writes a few bytes and fails. */
public class FailingExporter implements AppointmentExporter {

    @Override
    public String name() {
        return "failing";
    }

    @Override
    public String label() {
        return "failing format";
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
        out.write(new byte[100]);
        throw new IllegalStateException("the exporter of the test fails at once");
    }
}
