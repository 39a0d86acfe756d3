package org.bookbell.access;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** Forgets what has lost its meaning; to be run every hour. */
@UseCase
public class AccessPurge {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final Sql sql;
    private final Clock clock;

    @Inject
    public AccessPurge(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Deletes sessions that ended, and failed sign-ins and idempotency keys of more than a day ago. */
    public void run() {
        var now = clock.instant();
        sql.update("DELETE FROM member_session WHERE expires_at <= ?", now);
        sql.update("DELETE FROM sign_in_failure WHERE failed_at <= ?", now.minus(A_DAY));
        sql.update("DELETE FROM idempotency WHERE created_at <= ?", now.minus(A_DAY));
    }
}
