package org.bookbell.it.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** Writes a megabyte and fails. */
public class BreakingExporter implements AppointmentExporter {

    @Override
    public String name() {
        return "breaking";
    }

    @Override
    public String label() {
        return "breaking format";
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
        out.write(new byte[1 << 20]);
        throw new IllegalStateException("the exporter of the test fails midway");
    }
}
