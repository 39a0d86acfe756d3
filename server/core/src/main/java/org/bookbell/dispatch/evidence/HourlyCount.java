package org.bookbell.dispatch.evidence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of the attempts of each hour: the hour that runs each ten minutes, and each again ten minutes, 4 hours,
 * 28 hours and 8 days after its end, since receipts and refunds come late. So an attempt is read some eight times in its
 * life, whoever looks at the figures. The first time it begins with the first attempt, eight weeks back at most.
 */
@Dependent
public class HourlyCount implements Chore {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final List<Duration> AGAIN =
            List.of(OFTEN, Duration.ofHours(4), Duration.ofHours(28), Duration.ofDays(8));
    private static final Duration FIRST_TIME = Duration.ofDays(56);
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int HOURS_AT_ONCE = 24;
    /** The other chores wait meanwhile. */
    private static final long LONGEST_TURN = Duration.ofSeconds(2).toNanos();

    private final JobsDatabase database;
    private final Clock clock;

    @Inject
    public HourlyCount(JobsDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Hour(Instant at, Instant dueAt) {

        static Hour read(Row row) throws SQLException {
            return new Hour(row.getInstant("hour_at"), row.getInstant("due_at"));
        }
    }

    @Override
    public void run() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long begun = System.nanoTime();
        database.inTransaction(sql -> openHours(sql, now));
        List<Hour> due = database.withoutTransaction(sql -> sql.list(
                "SELECT hour_at, due_at FROM evidence_hour WHERE due_at <= ? ORDER BY due_at, hour_at LIMIT "
                        + HOURS_AT_ONCE,
                Hour::read,
                now));
        for (var hour : due) {
            if (System.nanoTime() - begun > LONGEST_TURN) {
                return;
            }
            database.inTransaction(sql -> count(sql, hour, now));
        }
    }

    /** Adds the hours that began since, the next ones the next time; forgets the oldest. */
    private static int openHours(Sql sql, Instant now) {
        var current = now.truncatedTo(ChronoUnit.HOURS);
        Optional<Instant> last = sql.find(
                        "SELECT MAX(hour_at) AS last_at FROM evidence_hour", row -> row.findInstant("last_at"))
                .flatMap(found -> found);
        if (last.filter(current::equals).isPresent()) {
            return 0;
        }
        var next = last.map(at -> at.plus(HOUR)).orElseGet(() -> first(sql, current));
        int opened = 0;
        while (!next.isAfter(current) && opened < HOURS_AT_ONCE) {
            sql.update("INSERT INTO evidence_hour (hour_at, due_at) VALUES (?, ?)", next, next);
            next = next.plus(HOUR);
            opened++;
        }
        sql.update("DELETE FROM evidence WHERE hour_at < ?", now.minus(KEPT));
        sql.update("DELETE FROM evidence_hour WHERE hour_at < ?", now.minus(KEPT));
        return opened;
    }

    private static Instant first(Sql sql, Instant current) {
        var earliest = current.minus(FIRST_TIME);
        return Tally.firstAt(sql)
                .map(at -> at.truncatedTo(ChronoUnit.HOURS))
                .filter(current::isAfter)
                .map(at -> at.isBefore(earliest) ? earliest : at)
                .orElse(current);
    }

    private static boolean count(Sql sql, Hour hour, Instant now) {
        int taken = sql.update(
                "UPDATE evidence_hour SET due_at = ?, counted_at = ? WHERE hour_at = ? AND due_at = ?",
                next(hour.at(), now),
                now,
                hour.at(),
                hour.dueAt());
        if (taken == 0) {
            return false;
        }
        sql.update("DELETE FROM evidence WHERE hour_at = ?", hour.at());
        var rows = Tally.of(sql, hour.at(), hour.at().plus(HOUR)).stream()
                .map(each -> new @Nullable Object[] {
                    hour.at(),
                    each.gateway(),
                    each.destination(),
                    each.network(),
                    each.code(),
                    each.state(),
                    each.attempts(),
                    each.charged()
                })
                .toList();
        sql.insertAll(
                "INSERT INTO evidence (hour_at, gateway, destination, network, code, state, attempts, charged)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        return true;
    }

    /** When the hour that began at {@code hour} is counted after {@code now}. */
    static Instant next(Instant hour, Instant now) {
        var end = hour.plus(HOUR);
        if (now.isBefore(end)) {
            var soon = now.plus(OFTEN);
            return soon.isBefore(end) ? soon : end.plus(OFTEN);
        }
        return AGAIN.stream().map(end::plus).filter(now::isBefore).findFirst().orElse(RetryRule.NEVER);
    }
}
