package org.bookbell.booking.message;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.bookbell.calendar.StaffChanged;
import org.bookbell.message.Audience;
import org.bookbell.message.BookedAppointments;
import org.bookbell.message.planning.Planning;

/** Brings planned messages up to date when a staff member's name or addresses change. */
@Dependent
class StaffChanges {

    private final BookedAppointments appointments;
    private final Planning planning;
    private final Clock clock;

    @Inject
    StaffChanges(BookedAppointments appointments, Planning planning, Clock clock) {
        this.appointments = appointments;
        this.planning = planning;
        this.clock = clock;
    }

    void refresh(@Observes StaffChanged change) {
        appointments
                .listOf(change.organizationId(), Audience.STAFF, change.staffId(), clock.instant())
                .forEach(planning::refreshed);
    }
}
