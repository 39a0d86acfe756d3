package org.bookbell.ical;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;

/**
 * Writes appointments as a calendar to subscribe to.
 *
 * <p>There is no {@code METHOD}: with one, a subscription would be an invitation and need an organizer (RFC 5546).
 */
@ApplicationScoped
public class IcalExporter implements AppointmentExporter {

    @Override
    public String name() {
        return "ical";
    }

    @Override
    public String label() {
        return "iCalendar";
    }

    @Override
    public String mediaType() {
        return "text/calendar; charset=utf-8";
    }

    @Override
    public String fileExtension() {
        return "ics";
    }

    @Override
    public void write(Export export, Stream<ExportedAppointment> appointments, OutputStream out) throws IOException {
        var lines = new ContentLines(out);
        var zone = new FeedZone(export.zone());
        writeHead(export, lines);
        zone.writeDefinition(lines, export.from(), export.to());
        for (var next = appointments.iterator(); next.hasNext(); ) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("export was given up");
            }
            new Event(next.next(), zone).writeTo(lines);
        }
        lines.add("END", "VCALENDAR");
    }

    /** RFC 7986 §5 names and refreshes a calendar; the names before it are known to more clients. */
    private static void writeHead(Export export, ContentLines lines) throws IOException {
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", "-//Bookbell//Bookbell//EN");
        lines.add("CALSCALE", "GREGORIAN");
        lines.addText("NAME", export.title());
        lines.addText("X-WR-CALNAME", export.title());
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        lines.add("X-PUBLISHED-TTL", "PT1H");
    }
}
