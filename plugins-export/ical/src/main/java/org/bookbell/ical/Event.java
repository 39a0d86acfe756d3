package org.bookbell.ical;

import java.io.IOException;
import org.bookbell.spi.export.ExportedAppointment;

/**
 * One appointment as a calendar's event. Nothing in it depends on the hour of writing: {@code DTSTAMP} is when the
 * appointment was last changed.
 */
final class Event {

    private final ExportedAppointment appointment;
    private final FeedZone zone;
    private final boolean isCancelled;

    Event(ExportedAppointment appointment, FeedZone zone) {
        this.appointment = appointment;
        this.zone = zone;
        this.isCancelled = appointment.status().equals("CANCELLED");
    }

    void writeTo(ContentLines lines) throws IOException {
        lines.add("BEGIN", "VEVENT");
        lines.add("UID", appointment.id() + "@bookbell");
        lines.add("SEQUENCE", Integer.toString(appointment.revision()));
        lines.add("DTSTAMP", Times.utc(appointment.changedAt()));
        lines.add("CREATED", Times.utc(appointment.createdAt()));
        lines.add("LAST-MODIFIED", Times.utc(appointment.changedAt()));
        zone.writeTime(lines, "DTSTART", appointment.start());
        zone.writeTime(lines, "DTEND", appointment.end());
        lines.add("STATUS", status());
        lines.add("TRANSP", isCancelled ? "TRANSPARENT" : "OPAQUE");
        lines.addText("SUMMARY", summary());
        lines.addText("DESCRIPTION", description());
        if (appointment.location().isPresent()) {
            lines.addText("LOCATION", appointment.location().get());
        }
        lines.add("END", "VEVENT");
    }

    private String status() {
        return isCancelled ? "CANCELLED" : appointment.status().equals("REQUESTED") ? "TENTATIVE" : "CONFIRMED";
    }

    /** Some calendars show cancelled events like others: the word is in the title too. */
    private String summary() {
        var client = appointment.clientName();
        var title = client.isEmpty() ? appointment.service() : appointment.service() + ": " + client;
        return switch (appointment.status()) {
            case "CANCELLED" -> "Cancelled: " + title;
            case "NO_SHOW" -> "No-show: " + title;
            default -> title;
        };
    }

    private String description() {
        var text = new StringBuilder("With: ").append(appointment.staff());
        if (!appointment.clientName().isEmpty()) {
            text.append("\nClient: ").append(appointment.clientName());
        }
        appointment.clientMobile().ifPresent(number -> text.append("\nMobile: ").append(number));
        appointment
                .clientPhone()
                .ifPresent(number -> text.append("\nTelephone: ").append(number));
        appointment.clientEmail().ifPresent(address -> text.append("\nE-mail: ").append(address));
        appointment.note().ifPresent(note -> text.append("\nNote: ").append(note));
        return text.toString();
    }
}
