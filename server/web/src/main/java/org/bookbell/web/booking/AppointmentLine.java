package org.bookbell.web.booking;

import java.util.Locale;
import org.bookbell.booking.AppointmentStatus;

/** An appointment on one line of a page. */
public record AppointmentLine(
        String path,
        String start,
        String end,
        String client,
        String service,
        String staff,
        AppointmentStatus status,
        String note) {

    /** The status in words. */
    public String state() {
        return inWords(status);
    }

    /** The status as a name for styles. */
    public String style() {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static String inWords(AppointmentStatus status) {
        return switch (status) {
            case HELD -> "being booked";
            case REQUESTED -> "requested";
            case BOOKED -> "booked";
            case CONFIRMED -> "confirmed";
            case CANCELLED -> "cancelled";
            case NO_SHOW -> "did not come";
            case COMPLETED -> "completed";
        };
    }
}
