package org.bookbell.dispatch.failover;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.health.Destination;
import org.bookbell.dispatch.health.Standing;
import org.bookbell.message.MessageState;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** Marks messages that a failing gateway took and nobody proved to have arrived; only a message's last attempt counts. */
@Dependent
class Suspects {

    private static final int AT_ONCE = 500;
    private static final String REASON = "taken by a gateway that brought nothing at that time";
    private static final String QUESTION = "SELECT a.id, a.message_id FROM attempt a JOIN message m ON m.id ="
            + " a.message_id WHERE a.state IN ('ACCEPTED', 'UNKNOWN') AND m.state IN ('ACCEPTED', 'UNKNOWN')"
            + " AND m.attempts = a.attempt_no";

    private final History history;
    private final Clock clock;

    @Inject
    Suspects(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    private record Taken(long attemptId, long messageId) {

        static Taken read(Row row) throws SQLException {
            return new Taken(row.getLong("id"), row.getLong("message_id"));
        }
    }

    /** Marks those of {@code attempts} that nothing is known of. */
    void markAttempts(Sql sql, List<Long> attempts) {
        if (!attempts.isEmpty()) {
            mark(
                    sql,
                    sql.list(QUESTION + " AND a.id IN " + Sql.marks(attempts.size()), Taken::read, attempts.toArray()));
        }
    }

    /**
     * Marks some hundred of those that were taken between the first miss and {@code until}; answers how many.
     *
     * @param standing of one that fails
     */
    int markTakenBy(Sql sql, Standing standing, Instant until) {
        var from = standing.suspectFrom().or(standing::degradedAt).orElse(until);
        var question = QUESTION + " AND a.judged IN (FALSE, TRUE) AND a.gateway = ? AND a.submitted_at >= ?"
                + " AND a.submitted_at <= ?";
        var everywhere = standing.destination().equals(Destination.ALL);
        var taken = everywhere
                ? sql.list(question + " LIMIT " + AT_ONCE, Taken::read, standing.gateway(), from, until)
                : sql.list(
                        question + " AND a.destination = ? LIMIT " + AT_ONCE,
                        Taken::read,
                        standing.gateway(),
                        from,
                        until,
                        standing.destination());
        return mark(sql, taken);
    }

    private int mark(Sql sql, List<Taken> taken) {
        var now = clock.instant();
        sql.batch(
                "UPDATE attempt SET state = 'SUSPECT' WHERE id = ? AND state IN ('ACCEPTED', 'UNKNOWN')",
                taken.stream()
                        .map(each -> new @Nullable Object[] {each.attemptId()})
                        .toList());
        var counts = sql.batch(
                "UPDATE message SET state = 'SUSPECT', state_at = ?, try_at = ?, reason_code = 'SUSPECT', reason = ?"
                        + " WHERE id = ? AND state IN ('ACCEPTED', 'UNKNOWN')",
                taken.stream()
                        .map(each -> new @Nullable Object[] {now, now, REASON, each.messageId()})
                        .toList());
        history.add(sql, moved(taken, counts, now));
        return taken.size();
    }

    private static List<History.Event> moved(List<Taken> taken, int[] counts, Instant now) {
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] == 1)
                .mapToObj(taken::get)
                .map(each -> new History.Event(each.messageId(), MessageState.SUSPECT, now, each.attemptId(), REASON))
                .toList();
    }
}
