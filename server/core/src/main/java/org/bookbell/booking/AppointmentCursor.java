package org.bookbell.booking;

import java.time.Instant;

/** How far appointments were read, in the order of their start: up to the one with {@code id}. */
public record AppointmentCursor(Instant start, long id) {

    public static AppointmentCursor at(Appointment last) {
        return new AppointmentCursor(last.time().startInclusive(), last.id());
    }
}
