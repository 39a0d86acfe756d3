package org.bookbell.booking.message;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.bookbell.booking.Appointments;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.Audience;
import org.bookbell.message.BookedAppointments;

/** Tells planning which appointments messages are owed for. */
@Dependent
public class LiveAppointments implements BookedAppointments {

    private static final int MOST_OF_ONE = 500;

    private final Appointments appointments;
    private final Facts facts;

    @Inject
    public LiveAppointments(Appointments appointments, Facts facts) {
        this.appointments = appointments;
        this.facts = facts;
    }

    @Override
    public List<AppointmentFacts> list(long organizationId, Instant startingAfter, long afterAppointmentId, int limit) {
        return appointments.listLive(organizationId, startingAfter, afterAppointmentId, limit).stream()
                .map(facts::of)
                .toList();
    }

    @Override
    public List<AppointmentFacts> listOf(long organizationId, Audience kind, long recipientId, Instant startingAfter) {
        return appointments.listLiveOf(organizationId, kind, recipientId, startingAfter, MOST_OF_ONE).stream()
                .map(facts::of)
                .toList();
    }
}
