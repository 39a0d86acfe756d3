package org.bookbell.booking;

import java.util.EnumSet;
import java.util.Set;

/** Where an appointment stands. */
public enum AppointmentStatus {
    /** A slot kept for some minutes while a form is filled. */
    HELD,
    /** Asked for, and to be accepted by the organization. */
    REQUESTED,
    BOOKED,
    /** The client said that they will come. */
    CONFIRMED,
    CANCELLED,
    /** The client did not come. */
    NO_SHOW,
    COMPLETED;

    private Set<AppointmentStatus> next() {
        return switch (this) {
            case HELD -> EnumSet.of(REQUESTED, BOOKED, CANCELLED);
            case REQUESTED -> EnumSet.of(BOOKED, CANCELLED);
            case BOOKED -> EnumSet.of(CONFIRMED, CANCELLED, NO_SHOW, COMPLETED);
            case CONFIRMED -> EnumSet.of(CANCELLED, NO_SHOW, COMPLETED);
            case CANCELLED -> EnumSet.of(BOOKED);
            case NO_SHOW, COMPLETED -> EnumSet.of(NO_SHOW, COMPLETED);
        };
    }

    boolean mayBecome(AppointmentStatus status) {
        return next().contains(status);
    }

    /** Whether it takes place as far as anybody knows, so that its time is busy and its client is reminded. */
    public boolean isLive() {
        return this == REQUESTED || this == BOOKED || this == CONFIRMED;
    }
}
