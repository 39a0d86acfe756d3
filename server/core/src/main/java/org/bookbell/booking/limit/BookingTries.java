package org.bookbell.booking.limit;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * What visitors did, as rows that are counted and forgotten after two days. To count needs no transaction, which would cost
 * a booking more than the count.
 */
@UseCase
public class BookingTries {

    private static final Duration KEPT = Duration.ofDays(2);

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public BookingTries(Sql sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A ceiling that is reached.
     *
     * @param after how long there is room again
     */
    record Reached(Ceiling ceiling, Duration after) {}

    private record Seen(long times, Optional<Instant> first) {}

    /** The first of {@code ceilings} that has no room for another try. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Reached> findReached(Collection<Ceiling> ceilings) {
        return find(ceilings, 0);
    }

    /** The first that has been passed, tries of others that came at the same moment counted. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Reached> findPassed(Collection<Ceiling> ceilings) {
        return find(ceilings, 1);
    }

    private Optional<Reached> find(Collection<Ceiling> ceilings, int beyond) {
        var now = clock.instant();
        for (var ceiling : ceilings) {
            var seen = ceiling.most() == 0 ? new Seen(0, Optional.empty()) : seen(ceiling, now);
            if (ceiling.most() > 0 && seen.times() >= ceiling.most() + beyond) {
                var free = seen.first().orElse(now).plus(ceiling.window());
                return Optional.of(new Reached(ceiling, Duration.between(now, free)));
            }
        }
        return Optional.empty();
    }

    private Seen seen(Ceiling ceiling, Instant now) {
        return sql.find(
                        "SELECT COUNT(*) AS times, MIN(tried_at) AS first_at FROM booking_try"
                                + " WHERE subject = ? AND tried_at > ?",
                        row -> new Seen(row.getLong("times"), row.findInstant("first_at")),
                        ceiling.subject(),
                        now.minus(ceiling.window()))
                .orElseThrow();
    }

    /** Whether that happened at all within its window. */
    @Transactional(TxType.SUPPORTS)
    public boolean hasHappened(Ceiling ceiling) {
        return seen(ceiling, clock.instant()).times() > 0;
    }

    /** Counts one of each subject, and answers the rows. */
    public List<Long> add(Collection<byte[]> subjects) {
        var now = clock.instant();
        var rows = subjects.stream()
                .map(subject -> new @Nullable Object[] {ids.next(), subject, now})
                .toList();
        sql.insertAll("INSERT INTO booking_try (id, subject, tried_at) VALUES (?, ?, ?)", rows);
        return rows.stream().map(row -> (Long) row[0]).toList();
    }

    /** Takes rows back. */
    public void remove(Collection<Long> rows) {
        sql.batch(
                "DELETE FROM booking_try WHERE id = ?",
                rows.stream().map(id -> new @Nullable Object[] {id}).toList());
    }

    /** Forgets what is over; to be run every hour. */
    public void purge() {
        sql.update(
                "DELETE FROM booking_try WHERE tried_at <= ?", clock.instant().minus(KEPT));
    }
}
