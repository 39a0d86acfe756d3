package org.bookbell.daysheet;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.spi.export.ExportedAppointment;

/** A row of a sheet. */
final class SheetRow {

    /** What takes place, as far as is known: it may be ticked off, and its client may be phoned. */
    private static final Set<String> AHEAD = Set.of("REQUESTED", "BOOKED", "CONFIRMED");

    private static final String BOX = "<span class=\"box\">&#160;</span>";

    private final Words words;

    SheetRow(Words words) {
        this.words = words;
    }

    String of(ExportedAppointment appointment) {
        var isAhead = AHEAD.contains(appointment.status());
        return "<tr" + (isAhead ? "" : " class=\"over\"") + "><td class=\"tick\">" + (isAhead ? BOX : "")
                + "</td><td class=\"time\">" + times(appointment) + "</td><td class=\"client\"><b>"
                + Markup.text(appointment.clientName()) + "</b>" + phones(appointment) + "</td><td class=\"service\">"
                + Markup.text(appointment.service())
                + small(appointment.location().orElse(""))
                + "</td><td class=\"note\">" + Markup.text(appointment.note().orElse(""))
                + "</td><td class=\"reminder\">" + (isAhead ? reminder(appointment) : "") + status(appointment)
                + "</td></tr>\n";
    }

    private String times(ExportedAppointment appointment) {
        return Markup.text(words.time(appointment.start()) + "–" + words.time(appointment.end()));
    }

    private static String phones(ExportedAppointment appointment) {
        return Stream.of(appointment.clientMobile(), appointment.clientPhone())
                .flatMap(phone -> phone.stream())
                .map(Markup::text)
                .map(phone -> "<br/><span class=\"phone\">" + phone + "</span>")
                .collect(Collectors.joining());
    }

    private String reminder(ExportedAppointment appointment) {
        var state = appointment.reminder();
        var told = Markup.text(words.get("reminder." + state.name()));
        return state.isProven() ? told : "<b>" + told + "</b><br/>" + BOX + " " + Markup.text(words.get("phoned"));
    }

    private String status(ExportedAppointment appointment) {
        return appointment.status().equals("BOOKED") ? "" : small(words.get("status." + appointment.status()));
    }

    private static String small(String text) {
        return text.isEmpty() ? "" : "<br/><span class=\"small\">" + Markup.text(text) + "</span>";
    }
}
