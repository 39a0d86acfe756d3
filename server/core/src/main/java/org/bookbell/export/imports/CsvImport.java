package org.bookbell.export.imports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.bookbell.audit.Actor;

/** Brings a file of clients or of appointments into an organization, or tries what would become of it. */
@Dependent
public class CsvImport {

    private final ClientsImport clients;
    private final AppointmentsImport appointments;

    @Inject
    public CsvImport(ClientsImport clients, AppointmentsImport appointments) {
        this.clients = clients;
        this.appointments = appointments;
    }

    /** What a file tells of. */
    public enum Subject {
        CLIENTS,
        APPOINTMENTS
    }

    /**
     * Brings all of {@code content} in.
     *
     * @param dryRun whether it is only tried; the transaction is then rolled back, so call it in none
     */
    public ImportReport run(
            Actor actor,
            long organizationId,
            Subject subject,
            byte[] content,
            CsvTable.Mapping mapping,
            boolean dryRun) {
        try {
            return subject == Subject.CLIENTS
                    ? clients.run(actor, organizationId, content, mapping, dryRun)
                    : appointments.run(actor, organizationId, content, mapping, dryRun);
        } catch (TrialEndedException ended) {
            return ended.report();
        }
    }
}
