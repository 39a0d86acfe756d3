package org.bookbell.ical;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.bookbell.spi.export.AppointmentExporter;
import org.bookbell.spi.export.Export;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.Invitation;
import org.bookbell.spi.export.Inviter;
import org.bookbell.spi.export.Subscription;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;

/**
 * Writes appointments as a calendar to subscribe to.
 *
 * <p>There is no {@code METHOD} in what is exported: with one, a subscription would be an invitation and need an organizer
 * (RFC 5546).
 */
@ApplicationScoped
public class IcalExporter implements AppointmentExporter, Inviter {

    private static final Duration USUAL_REFRESH = Duration.ofHours(1);

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
        var alarm = export.subscription().flatMap(Subscription::alarm);
        writeHead(export, lines);
        zone.writeDefinition(lines, export.from(), export.to());
        for (var next = appointments.iterator(); next.hasNext(); ) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("export was given up");
            }
            new Event(next.next(), zone, alarm).writeTo(lines);
        }
        lines.add("END", "VCALENDAR");
    }

    /** RFC 6047 §2.4 wants the method in the media type too. */
    @Override
    public Attachment invite(Invitation invitation, ExportedAppointment appointment) {
        var out = new ByteArrayOutputStream();
        try {
            writeInvitation(invitation, appointment, new ContentLines(out));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        var type = "text/calendar; method=" + invitation.method() + "; charset=utf-8";
        return new Attachment("invitation.ics", type, out.toByteArray());
    }

    private static void writeInvitation(Invitation invitation, ExportedAppointment appointment, ContentLines lines)
            throws IOException {
        var zone = new FeedZone(appointment.zone());
        writeProduct(lines);
        lines.add("METHOD", invitation.method().name());
        zone.writeDefinition(lines, appointment.start(), appointment.end());
        Event.of(invitation, appointment, zone).writeTo(lines);
        lines.add("END", "VCALENDAR");
    }

    private static void writeProduct(ContentLines lines) throws IOException {
        lines.add("BEGIN", "VCALENDAR");
        lines.add("VERSION", "2.0");
        lines.add("PRODID", "-//Bookbell//Bookbell//EN");
        lines.add("CALSCALE", "GREGORIAN");
    }

    /** RFC 7986 §5 names, colors and refreshes a calendar; the names before it are known to more clients. */
    private static void writeHead(Export export, ContentLines lines) throws IOException {
        writeProduct(lines);
        lines.addText("NAME", export.title());
        lines.addText("X-WR-CALNAME", export.title());
        var refresh = export.subscription().map(Subscription::refresh).orElse(USUAL_REFRESH);
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", Times.duration(refresh));
        lines.add("X-PUBLISHED-TTL", Times.duration(refresh));
        if (export.subscription().isPresent()) {
            lines.addText("COLOR", export.subscription().get().color());
        }
    }
}
