package org.bookbell.dispatch.guard.held;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;

/** Ends held messages about which nobody decided before they stopped being useful: on the call list. */
@Dependent
public class HeldExpiry implements Chore {

    private static final int AT_ONCE = 500;

    private final JobsDatabase database;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public HeldExpiry(JobsDatabase database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void run() {
        int ended;
        do {
            ended = end();
        } while (ended == AT_ONCE);
    }

    private int end() {
        var now = clock.instant();
        return database.inTransaction(sql -> {
            var late = sql.list(HeldRow.QUESTION + "try_at <= ? ORDER BY try_at LIMIT " + AT_ONCE, HeldRow::read, now);
            return HeldFate.EXPIRED.befall(sql, ids, late, now).size();
        });
    }
}
