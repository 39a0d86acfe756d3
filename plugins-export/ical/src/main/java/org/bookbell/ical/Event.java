package org.bookbell.ical;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.Invitation;

/**
 * One appointment as a calendar's event. Nothing in it depends on the hour of writing: {@code DTSTAMP} is when the
 * appointment was last changed.
 */
final class Event {

    private final ExportedAppointment appointment;
    private final FeedZone zone;
    private final Optional<Duration> alarm;
    private final Optional<Parties> parties;
    private final boolean isCancelled;

    /**
     * An event to be written.
     *
     * @param alarm how long before its begin a calendar reminds of it
     */
    Event(ExportedAppointment appointment, FeedZone zone, Optional<Duration> alarm) {
        this(appointment, zone, alarm, Optional.empty());
    }

    private Event(ExportedAppointment appointment, FeedZone zone, Optional<Duration> alarm, Optional<Parties> parties) {
        this.appointment = appointment;
        this.zone = zone;
        this.alarm = alarm;
        this.parties = parties;
        this.isCancelled = appointment.status().equals("CANCELLED");
    }

    /** One to which somebody is invited. */
    static Event of(Invitation invitation, ExportedAppointment appointment, FeedZone zone) {
        return new Event(appointment, zone, Optional.empty(), Optional.of(new Parties(invitation)));
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
        if (parties.isPresent()) {
            parties.get().writeTo(lines);
        }
        lines.add("STATUS", status());
        lines.add("TRANSP", isCancelled ? "TRANSPARENT" : "OPAQUE");
        lines.addText("SUMMARY", summary());
        addUnlessEmpty(lines, "DESCRIPTION", description());
        addUnlessEmpty(lines, "LOCATION", appointment.location().orElse(""));
        if (alarm.isPresent() && !isCancelled) {
            writeAlarm(lines, alarm.get());
        }
        lines.add("END", "VEVENT");
    }

    private static void addUnlessEmpty(ContentLines lines, String property, String text) throws IOException {
        if (!text.isEmpty()) {
            lines.addText(property, text);
        }
    }

    /** RFC 5545 §3.6.6: one that is shown needs a description. */
    private void writeAlarm(ContentLines lines, Duration before) throws IOException {
        lines.add("BEGIN", "VALARM");
        lines.add("ACTION", "DISPLAY");
        lines.add("TRIGGER", "-" + Times.duration(before));
        lines.addText("DESCRIPTION", summary());
        lines.add("END", "VALARM");
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

    /** What is left out leaves no line behind. */
    private String description() {
        return Stream.of(
                        line("With", appointment.staff()),
                        line("Client", appointment.clientName()),
                        line("Mobile", appointment.clientMobile().orElse("")),
                        line("Telephone", appointment.clientPhone().orElse("")),
                        line("E-mail", appointment.clientEmail().orElse("")),
                        line("Note", appointment.note().orElse("")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> line(String label, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(label + ": " + text);
    }
}
