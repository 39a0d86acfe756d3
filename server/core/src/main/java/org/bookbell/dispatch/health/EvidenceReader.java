package org.bookbell.dispatch.health;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/** Finds what can be said of attempts, each once, and how long receipts normally take. */
final class EvidenceReader {

    /** What is older says nothing of today. */
    static final Duration OLDEST = Duration.ofDays(1);

    private static final int OF_P95 = 200;
    private static final int ENOUGH = 20;
    private static final String COLUMNS = "SELECT id, destination, submitted_at,"
            + " (SELECT COUNT(*) FROM canary_flight f WHERE f.message_id = attempt.message_id) AS canary FROM attempt"
            + " WHERE judged = FALSE AND gateway = ?";

    private EvidenceReader() {}

    /**
     * What became of attempts over {@code gateway} that had enough time, in the order in which they were submitted: a
     * delivery is known sooner than a silence, and of a hundred messages that were sent in one minute the missing ones
     * would otherwise come in a row, as in a ban.
     */
    static List<Evidence> read(Sql sql, String gateway, Duration patience, Instant now, int most) {
        return Stream.of("DELIVERED", "UNDELIVERED", "UNKNOWN", "ACCEPTED")
                .flatMap(state -> sql
                        .list(
                                COLUMNS + " AND state = ? AND submitted_at > ? AND submitted_at <= ?"
                                        + " ORDER BY submitted_at LIMIT " + most,
                                row -> evidence(row, !state.equals("DELIVERED"), patience),
                                gateway,
                                state,
                                now.minus(OLDEST),
                                now.minus(patience))
                        .stream())
                .sorted(Comparator.comparing(Evidence::submittedAt).thenComparing(Evidence::attemptId))
                .limit(most)
                .toList();
    }

    private static Evidence evidence(Row row, boolean miss, Duration patience) throws SQLException {
        return new Evidence(
                row.getLong("id"),
                row.findText("destination").orElse(Destination.ALL),
                row.getInstant("submitted_at"),
                miss,
                row.getInt("canary") > 0,
                row.getInstant("submitted_at").plus(patience));
    }

    static void markJudged(Sql sql, List<Evidence> evidence) {
        var ids = evidence.stream().map(Evidence::attemptId).toArray();
        if (ids.length > 0) {
            sql.update("UPDATE attempt SET judged = TRUE WHERE id IN " + Sql.marks(ids.length), ids);
        }
    }

    /** Within which time 95 % of the last receipts came that tell of a delivery; empty while there are few. */
    static Optional<Duration> p95(Sql sql, String gateway, Instant now) {
        var times = sql
                .list(
                        "SELECT submitted_at, settled_at FROM attempt WHERE judged IN (TRUE, FALSE) AND gateway = ?"
                                + " AND state = 'DELIVERED' AND submitted_at > ? ORDER BY submitted_at DESC LIMIT "
                                + OF_P95,
                        row -> Duration.between(
                                row.getInstant("submitted_at"),
                                row.findInstant("settled_at").orElse(row.getInstant("submitted_at"))),
                        gateway,
                        now.minus(OLDEST.multipliedBy(30)))
                .stream()
                .sorted()
                .toList();
        return times.size() < ENOUGH ? Optional.empty() : Optional.of(times.get((times.size() * 95 - 1) / 100));
    }
}
