package org.bookbell.booking.message;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.bookbell.audit.Actor;
import org.bookbell.booking.Appointment;
import org.bookbell.booking.Appointments;
import org.bookbell.booking.Booking;
import org.bookbell.message.ReplyReceived;

/** Confirms an appointment whose client answered so, if it still is at the time that the client was told. */
@Dependent
class ConfirmedByReply {

    private final Booking booking;
    private final Appointments appointments;
    private final Clock clock;

    @Inject
    ConfirmedByReply(Booking booking, Appointments appointments, Clock clock) {
        this.booking = booking;
        this.appointments = appointments;
        this.clock = clock;
    }

    void confirm(@Observes ReplyReceived reply) {
        var told = reply.about();
        if (appointments
                .find(told.appointmentId())
                .filter(found -> isMeant(found, told))
                .isPresent()) {
            booking.confirm(Actor.client(told.clientId()), told.organizationId(), told.appointmentId());
            reply.markConfirmed();
        }
    }

    private boolean isMeant(Appointment found, ReplyReceived.Told told) {
        return found.organizationId() == told.organizationId()
                && found.occurrence() == told.occurrence()
                && found.clientId().filter(id -> id == told.clientId()).isPresent()
                && found.status().isLive()
                && clock.instant().isBefore(found.time().startInclusive());
    }
}
