package org.bookbell.dispatch.watchdog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.SqlException;

/** Who of several nodes tells a trouble: one of them, again each hour while it lasts; all of them where they cannot agree. */
@Dependent
class AlarmBook {

    private static final Duration AGAIN = Duration.ofHours(1);

    private final JobsDatabase database;
    private final Clock clock;

    @Inject
    AlarmBook(JobsDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether this node is to tell {@code kind} now. */
    boolean isToTell(Trouble.Kind kind) {
        var now = clock.instant();
        try {
            return database.inTransaction(sql -> {
                boolean again = sql.update(
                                "UPDATE alarm SET told_at = ? WHERE trouble = ? AND told_at <= ?",
                                now,
                                kind,
                                now.minus(AGAIN))
                        == 1;
                boolean isKnown = sql.count("SELECT COUNT(*) FROM alarm WHERE trouble = ?", kind) > 0;
                if (!isKnown) {
                    sql.update("INSERT INTO alarm (trouble, raised_at, told_at) VALUES (?, ?, ?)", kind, now, now);
                }
                return again || !isKnown;
            });
        } catch (SqlException failure) {
            return !SqlException.isDuplicate(failure);
        }
    }

    /** What was raised and is not over, as far as anybody told. */
    Set<Trouble.Kind> listRaised() {
        return Set.copyOf(database.withoutTransaction(
                sql -> sql.list("SELECT trouble FROM alarm", row -> Trouble.Kind.valueOf(row.getText("trouble")))));
    }

    /** Whether this node is to tell that {@code kind} is over. */
    boolean isToTellTheEnd(Trouble.Kind kind) {
        return database.withoutTransaction(sql -> sql.update("DELETE FROM alarm WHERE trouble = ?", kind)) == 1;
    }
}
