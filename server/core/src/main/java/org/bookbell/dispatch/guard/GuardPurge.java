package org.bookbell.dispatch.guard;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** Forgets what guards counted and need no more; to be run every hour. */
@UseCase
public class GuardPurge {

    private static final int DAYS_KEPT = 40;

    private final Sql sql;
    private final Clock clock;

    @Inject
    public GuardPurge(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Deletes recipients of earlier days, and days that no longer say what is usual. */
    public void run() {
        var now = clock.instant();
        sql.update("DELETE FROM guard_recipient WHERE expires_at <= ?", now);
        sql.update(
                "DELETE FROM guard_day WHERE day_no < ?",
                LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay() - DAYS_KEPT);
    }
}
