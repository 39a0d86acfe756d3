package org.bookbell.export.feed;

import jakarta.inject.Inject;
import java.time.Clock;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** Notes who asks for feeds. */
@UseCase
public class Fetches {

    private final Sql sql;
    private final Clock clock;

    @Inject
    public Fetches(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Notes that a program asked just now. */
    public void note(long feedId, String program) {
        sql.update("UPDATE feed SET fetched_at = ?, fetched_by = ? WHERE id = ?", clock.instant(), program, feedId);
    }
}
