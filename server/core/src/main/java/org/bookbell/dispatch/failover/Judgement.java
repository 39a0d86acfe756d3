package org.bookbell.dispatch.failover;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import org.bookbell.credit.window.NoChargeWindows;
import org.bookbell.dispatch.health.Examination;
import org.bookbell.dispatch.health.Examination.Findings;
import org.bookbell.dispatch.health.Standing;
import org.bookbell.dispatch.health.Standings;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;

/** Judges gateways by what receipts tell, and writes what follows for messages and for credit. */
@Dependent
class Judgement {

    private final JobsDatabase database;
    private final Examination examination;
    private final Standings standings;
    private final Suspects suspects;
    private final NoChargeWindows windows;
    private final Clock clock;

    @Inject
    Judgement(
            JobsDatabase database,
            Examination examination,
            Standings standings,
            Suspects suspects,
            NoChargeWindows windows,
            Clock clock) {
        this.database = database;
        this.examination = examination;
        this.standings = standings;
        this.suspects = suspects;
        this.windows = windows;
        this.clock = clock;
    }

    /** Judges some hundred attempts over {@code gateway} of which something is newly known. */
    Findings judge(String gateway) {
        return database.inTransaction(sql -> {
            var found = examination.examine(sql, gateway);
            suspects.markAttempts(sql, found.missedByDegraded());
            keepFreeOfCharge(sql, gateway, found);
            return found;
        });
    }

    /** What a failing gateway takes is not paid for, from its first miss until it works again over every destination. */
    private void keepFreeOfCharge(Sql sql, String gateway, Findings found) {
        found.degraded().stream()
                .flatMap(each -> each.suspectFrom().stream())
                .min(Comparator.naturalOrder())
                .ifPresent(from -> windows.open(sql, gateway, from));
        if (!found.restored().isEmpty()
                && Standings.degraded(sql).stream()
                        .noneMatch(each -> each.gateway().equals(gateway))) {
            windows.close(sql, gateway, clock.instant());
        }
    }

    /** Suspects what a failing gateway took until that was found; also what a process that died left undone. */
    void suspect(Standing standing) {
        suspect(standing, standing.degradedAt().orElseThrow());
    }

    /** What is marked already is not found again. */
    private void suspect(Standing standing, Instant until) {
        int marked;
        do {
            marked = database.inTransaction(sql -> suspects.markTakenBy(sql, standing, until));
        } while (marked > 0);
    }

    /** Forgets a gateway that is used no more. The last probes of one that failed are suspect: nobody will judge them. */
    void forget(String gateway) {
        var now = clock.instant();
        database.withoutTransaction(Standings::degraded).stream()
                .filter(each -> each.gateway().equals(gateway))
                .forEach(each -> suspect(each, now));
        database.inTransaction(sql -> {
            standings.forget(sql, gateway);
            windows.close(sql, gateway, now);
            return true;
        });
    }
}
