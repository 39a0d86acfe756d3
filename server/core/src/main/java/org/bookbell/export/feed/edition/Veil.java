package org.bookbell.export.feed.edition;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.export.feed.Detail;
import org.bookbell.spi.export.ExportedAppointment;
import org.bookbell.spi.export.ReminderState;

/** Leaves out of an appointment what a feed does not tell. */
final class Veil {

    private static final String BUSY = "Busy";
    private static final String BOOKED = "BOOKED";

    private Veil() {}

    /**
     * What a member's calendar may tell.
     *
     * @param appointment with everything
     */
    static ExportedAppointment forMembers(ExportedAppointment appointment, Detail detail) {
        return switch (detail) {
            case BUSY -> busy(appointment);
            case INITIALS ->
                told(
                        appointment,
                        appointment.status(),
                        appointment.staff(),
                        initials(appointment.clientName()),
                        Optional.empty());
            case FULL -> appointment;
        };
    }

    /** What the calendar of the client may tell: their name is no news to them, and that they did not come no business. */
    static ExportedAppointment forClient(ExportedAppointment appointment, Detail detail, String place) {
        var status = plainStatus(appointment);
        return switch (detail) {
            case BUSY -> busy(appointment);
            case INITIALS -> told(appointment, status, initials(appointment.staff()), "", Optional.of(place));
            case FULL -> told(appointment, status, appointment.staff(), "", Optional.of(place));
        };
    }

    private static ExportedAppointment busy(ExportedAppointment appointment) {
        return new ExportedAppointment(
                appointment.id(),
                appointment.revision(),
                plainStatus(appointment),
                appointment.start(),
                appointment.end(),
                appointment.zone(),
                BUSY,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                appointment.createdAt(),
                appointment.changedAt(),
                ReminderState.NONE);
    }

    private static ExportedAppointment told(
            ExportedAppointment appointment, String status, String staff, String client, Optional<String> place) {
        return new ExportedAppointment(
                appointment.id(),
                appointment.revision(),
                status,
                appointment.start(),
                appointment.end(),
                appointment.zone(),
                appointment.service(),
                staff,
                client,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                place.or(appointment::location),
                Optional.empty(),
                appointment.createdAt(),
                appointment.changedAt(),
                ReminderState.NONE);
    }

    /** Whether somebody came is told by no calendar but the organization's own. */
    private static String plainStatus(ExportedAppointment appointment) {
        return switch (appointment.status()) {
            case "NO_SHOW", "COMPLETED" -> BOOKED;
            default -> appointment.status();
        };
    }

    /** The first letter of each word: "Ann Mary Example" is "A. M. E.". */
    static String initials(String name) {
        return Stream.of(name.strip().split("[\\s-]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> firstLetter(word) + ".")
                .collect(Collectors.joining(" "));
    }

    /** With its accents, where they are characters of their own. */
    private static String firstLetter(String word) {
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        return word.substring(0, letters.next()).toUpperCase(Locale.ROOT);
    }
}
