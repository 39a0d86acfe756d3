package org.bookbell.dispatch.watchdog;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bookbell.dispatch.watchdog.Trouble.Kind;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;

/**
 * Who of several nodes tells a trouble: one of them, again each hour while it lasts. What a node has for itself, and what
 * the nodes cannot agree about since nothing can be written, each tells as often by its own memory.
 */
@Dependent
public class AlarmBook {

    private static final Duration AGAIN = Duration.ofHours(1);
    private static final Instant UNTOLD = Instant.EPOCH;

    private final JobsDatabase database;
    private final Clock clock;
    private final Map<Kind, Instant> toldHere = new EnumMap<>(Kind.class);

    @Inject
    public AlarmBook(JobsDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes what happened at one moment, so that the looks of the next minutes find it. */
    public void note(Kind kind) {
        var now = clock.instant();
        try {
            database.inTransaction(sql -> {
                int known = sql.update("UPDATE alarm SET raised_at = ? WHERE trouble = ?", now, kind);
                return known > 0 ? known : insert(sql, kind, now, UNTOLD);
            });
        } catch (SqlException failure) {
            // somebody else noted it at this moment, which is as good
            if (!SqlException.isDuplicate(failure)) {
                throw failure;
            }
        }
    }

    private static int insert(Sql sql, Kind kind, Instant raisedAt, Instant toldAt) {
        return sql.update("INSERT INTO alarm (trouble, raised_at, told_at) VALUES (?, ?, ?)", kind, raisedAt, toldAt);
    }

    /** Whether {@code kind} was noted within that time. */
    boolean isNoted(Kind kind, Duration within) {
        return database.withoutTransaction(sql -> sql.count(
                        "SELECT COUNT(*) FROM alarm WHERE trouble = ? AND raised_at > ?",
                        kind,
                        clock.instant().minus(within)))
                > 0;
    }

    /** Whether this node is to tell {@code kind} now. */
    boolean isToTell(Kind kind) {
        var now = clock.instant();
        if (kind.isOfNode()) {
            return isToTellByMemory(kind, now);
        }
        try {
            return isToTellByBook(kind, now);
        } catch (SqlException failure) {
            return !SqlException.isDuplicate(failure) && isToTellByMemory(kind, now);
        }
    }

    private boolean isToTellByBook(Kind kind, Instant now) {
        return database.inTransaction(sql -> {
            boolean again = sql.update(
                            "UPDATE alarm SET told_at = ? WHERE trouble = ? AND told_at <= ?",
                            now,
                            kind,
                            now.minus(AGAIN))
                    == 1;
            boolean isKnown = sql.count("SELECT COUNT(*) FROM alarm WHERE trouble = ?", kind) > 0;
            if (!isKnown) {
                insert(sql, kind, now, now);
            }
            return again || !isKnown;
        });
    }

    private boolean isToTellByMemory(Kind kind, Instant now) {
        var told = toldHere.get(kind);
        boolean isDue = told == null || !now.isBefore(told.plus(AGAIN));
        if (isDue) {
            toldHere.put(kind, now);
        }
        return isDue;
    }

    /** What was told and is not among {@code lasting}, as far as this node is to tell that it is over. */
    Set<Kind> takeEnded(Set<Kind> lasting) {
        var ended = new HashSet<Kind>();
        listTold().stream()
                .filter(kind -> !lasting.contains(kind))
                .filter(this::takesOut)
                .forEach(ended::add);
        toldHere.keySet().stream().filter(kind -> !lasting.contains(kind)).forEach(ended::add);
        toldHere.keySet().removeAll(ended);
        return ended;
    }

    /** What was told and is not over, on whichever node. */
    Set<Kind> listTold() {
        var told = new HashSet<Kind>();
        database.withoutTransaction(sql ->
                        sql.list("SELECT trouble FROM alarm WHERE told_at > ?", row -> row.getText("trouble"), UNTOLD))
                .forEach(name -> Kind.named(name).ifPresent(told::add));
        return told;
    }

    private boolean takesOut(Kind kind) {
        return database.withoutTransaction(sql -> sql.update("DELETE FROM alarm WHERE trouble = ?", kind)) == 1;
    }
}
