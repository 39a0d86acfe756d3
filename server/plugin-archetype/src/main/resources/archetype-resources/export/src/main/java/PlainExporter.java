package ${package};

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/** Writes appointments as plain text, a line each. */
public class PlainExporter implements AppointmentExporter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    @Override
    public String name() {
        return "${name.replace("-", "")}";
    }

    @Override
    public String label() {
        return "${name}";
    }

    @Override
    public String mediaType() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public String fileExtension() {
        return "txt";
    }

    /** Writes while it reads: a download may hold a million appointments. */
    @Override
    @SuppressWarnings("resource") // the stream is the server's to close
    public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) throws IOException {
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(oneLine(export.title()) + '\n');
        for (var next = appointments.iterator(); next.hasNext(); ) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("export was given up");
            }
            writeLine(next.next(), export.zone(), text);
        }
        text.flush();
    }

    private static void writeLine(ExportedAppointment appointment, ZoneId zone, Writer text) throws IOException {
        text.write(TIME.format(appointment.start().atZone(zone)));
        text.write(' ' + oneLine(appointment.service()) + ", " + oneLine(appointment.clientName()) + '\n');
    }

    /** People type line breaks, too. */
    private static String oneLine(String typed) {
        return typed.replaceAll("\\R", " ");
    }
}
