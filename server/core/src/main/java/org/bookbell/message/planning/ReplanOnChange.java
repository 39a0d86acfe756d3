package org.bookbell.message.planning;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bookbell.client.ContactChanged;
import org.bookbell.client.ContactKind;
import org.bookbell.message.Audience;
import org.bookbell.message.BookedAppointments;
import org.bookbell.organization.OrganizationChanged;

/** Plans again, in the same transaction, where settings, addresses or own choices change. */
@Dependent
class ReplanOnChange {

    private final Replanning replanning;
    private final BookedAppointments appointments;
    private final Clock clock;

    @Inject
    ReplanOnChange(Replanning replanning, BookedAppointments appointments, Clock clock) {
        this.replanning = replanning;
        this.appointments = appointments;
        this.clock = clock;
    }

    void settingsChanged(@Observes OrganizationChanged change) {
        replanning.replan(change.organizationId(), now());
    }

    void contactChanged(@Observes ContactChanged change) {
        var audience = change.kind() == ContactKind.CLIENT ? Audience.CLIENT : Audience.STAFF;
        var theirs = appointments.listOf(change.organizationId(), audience, change.contactId(), now());
        replanning.replan(change.organizationId(), theirs, now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
