package org.bookbell.export.imports;

import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.organization.Organizations;
import org.bookbell.storage.transaction.UseCase;

/** Brings clients in from a file: each line somebody who has a file already, or gets one. */
@UseCase
public class ClientsImport {

    /** How many lines one file may have. */
    public static final int MOST_LINES = 10_000;

    private static final Set<Field> FIELDS = EnumSet.of(
            Field.NAME,
            Field.EMAIL,
            Field.MOBILE,
            Field.PHONE,
            Field.LOCALE,
            Field.ZONE,
            Field.NOTE,
            Field.SMS_CONSENT);

    private final Organizations organizations;
    private final ImportedClients clients;
    private final Audit audit;

    @Inject
    public ClientsImport(Organizations organizations, ImportedClients clients, Audit audit) {
        this.organizations = organizations;
        this.clients = clients;
        this.audit = audit;
    }

    /** Brings all lines in; a trial ends by an exception that has the report. */
    public ImportReport run(
            Actor actor, long organizationId, byte[] content, CsvTable.Mapping mapping, boolean dryRun) {
        var faults = new FaultList();
        var table = CsvTable.read(content, mapping, faults);
        check(table, faults);
        var batch = clients.begin(actor, organizations.get(organizationId), faults, true);
        table.lines().forEach(batch::resolve);
        faults.throwIfAny();
        var report = new ImportReport(dryRun, table.lines().size(), batch.created(), batch.known(), 0);
        if (dryRun) {
            throw new TrialEndedException(report);
        }
        audit.record(
                actor,
                organizationId,
                "clients.imported",
                "organization",
                organizationId,
                report.created() + " new, " + report.known() + " known");
        return report;
    }

    /** Refuses a file whose columns do not fit; faults of single lines can wait for those of the others. */
    private static void check(CsvTable table, FaultList faults) {
        var before = faults.count();
        table.allowOnly(FIELDS, faults);
        if (!table.has(Field.NAME)) {
            faults.add("lines", 1, Field.NAME.heading(), "The file needs a column name.");
        }
        table.allowAtMost(MOST_LINES, faults);
        if (faults.count() > before) {
            faults.throwIfAny();
        }
    }
}
