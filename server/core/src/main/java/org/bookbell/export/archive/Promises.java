package org.bookbell.export.archive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bookbell.export.archive.file.CellKind;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.BookedAppointments;
import org.bookbell.message.planning.Planning;

/**
 * Takes over the messages of future appointments that were brought in: what is missing is planned, what waits tells the
 * facts of today, and every row gets the secret of this server's link in place of the other server's.
 */
@Dependent
class Promises {

    private static final int PAGE = 250;

    private final BookedAppointments appointments;
    private final Planning planning;
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    Promises(BookedAppointments appointments, Planning planning, EntityManager entities, Clock clock) {
        this.appointments = appointments;
        this.planning = planning;
        this.entities = entities;
        this.clock = clock;
    }

    /** Goes through all future appointments of an organization in the running transaction. */
    void keep(long organizationId) {
        var now = clock.instant();
        var page = appointments.list(organizationId, now, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::keep);
            entities.flush();
            entities.clear();
            var last = page.get(page.size() - 1).key().appointmentId();
            page = page.size() < PAGE ? List.of() : appointments.list(organizationId, now, last, PAGE);
        }
    }

    private void keep(AppointmentFacts facts) {
        planning.refreshed(facts);
        Optional.ofNullable(facts.visit().selfToken())
                .ifPresent(token -> planning.relinked(
                        facts.key().appointmentId(), CellKind.NO_LINK, "\"selfToken\":\"" + token + "\""));
    }
}
