package org.bookbell.message.planning.reconciliation;

import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.bookbell.message.planning.reconciliation.LedgerRepaired.Repaired;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Steady;
import org.bookbell.storage.start.ServerResources;
import org.bookbell.storage.start.ServerStarted;

/**
 * Reconciles all organizations once an hour, each page in a transaction of its own. Every node does it: what one has
 * repaired the next finds in order, and where two meet, the unique key lets one of them pass. Who repaired something tells.
 */
@Dependent
class HourlyReconciliation {

    private static final Logger LOG = System.getLogger(HourlyReconciliation.class.getName());
    private static final int PAGE = 250;
    private static final long FIRST_MINUTE = 5;
    private static final long EACH_MINUTES = 60;

    private final Reconciliation reconciliation;
    private final JobsDatabase database;
    private final Event<LedgerRepaired> repaired;

    @Inject
    HourlyReconciliation(Reconciliation reconciliation, JobsDatabase database, Event<LedgerRepaired> repaired) {
        this.reconciliation = reconciliation;
        this.database = database;
        this.repaired = repaired;
    }

    void start(@Observes @Priority(300) ServerStarted event) {
        ManagedScheduledExecutorService scheduler =
                ServerResources.get("java:comp/DefaultManagedScheduledExecutorService");
        var unused = scheduler.scheduleWithFixedDelay(
                Steady.of("The hourly reconciliation", this::run), FIRST_MINUTE, EACH_MINUTES, TimeUnit.MINUTES);
    }

    /** Repairs what differs and answers how many rows did; a failure ends one organization's turn, not the others'. */
    int run() {
        var organizations = database.withoutTransaction(
                sql -> sql.list("SELECT id FROM organization ORDER BY id", row -> row.getLong("id")));
        var repairs = new LedgerRepaired(organizations.stream()
                .map(this::repair)
                .filter(each -> each.rows() > 0)
                .toList());
        if (repairs.rows() > 0) {
            LOG.log(
                    Level.WARNING,
                    "{0} messages of the ledger were not as they should be and are repaired.",
                    repairs.rows());
            repaired.fire(repairs);
        }
        return repairs.rows();
    }

    private Repaired repair(long organizationId) {
        var repairs = Repaired.nothing(organizationId);
        try {
            var report = reconciliation.repair(organizationId, 0, PAGE);
            repairs = repairs.plus(report);
            while (!report.isEnd()) {
                report = reconciliation.repair(organizationId, report.last(), PAGE);
                repairs = repairs.plus(report);
            }
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.ERROR,
                    "The ledger of an organization could not be reconciled; the next hour tries again.",
                    failure);
        }
        return repairs;
    }
}
