package org.bookbell.it.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** Writes for as long as anybody reads. */
public class EndlessExporter implements AppointmentExporter {

    @Override
    public String name() {
        return "endless";
    }

    @Override
    public String label() {
        return "endless format";
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
        while (true) {
            out.write(new byte[1 << 16]);
        }
    }
}
