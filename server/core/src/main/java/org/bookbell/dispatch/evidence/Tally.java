package org.bookbell.dispatch.evidence;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.dispatch.claim.AttemptState;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;

/**
 * Attempts that are alike.
 *
 * @param destination a calling code; empty for e-mail, whose domains are too many
 * @param charged what organizations paid for them, less what they got back, in milli-credits
 */
record Tally(
        String gateway,
        String destination,
        String network,
        String code,
        AttemptState state,
        long attempts,
        long charged) {

    private static final List<AttemptState> COUNTED = Stream.of(AttemptState.values())
            .filter(state -> state != AttemptState.SUBMITTING)
            .toList();

    /** What a network says of a message that arrived is no reason for anything. */
    private static final String ONE_BY_ONE = "SELECT a.gateway,"
            + " CASE WHEN m.channel = 'SMS' THEN COALESCE(a.destination, '') ELSE '' END AS destination,"
            + " COALESCE((SELECT MAX(r.network) FROM receipt r WHERE r.attempt_id = a.id), '') AS network,"
            + " CASE WHEN a.state = 'DELIVERED' THEN '' ELSE COALESCE(a.code, '') END AS code,"
            + " COALESCE((SELECT SUM(e.amount) FROM credit_entry e WHERE e.attempt_id = a.id"
            + " AND e.kind IN ('CHARGE', 'REFUND')), 0) AS amount"
            + " FROM attempt a JOIN message m ON m.id = a.message_id"
            + " WHERE a.state = ? AND a.submitted_at >= ? AND a.submitted_at < ? AND m.kind <> 'CANARY'";

    private static final String QUESTION = "SELECT gateway, destination, network, code, COUNT(*) AS attempts,"
            + " SUM(amount) AS amount FROM (" + ONE_BY_ONE + ") one GROUP BY gateway, destination, network, code";

    /** All of a time; one question for each state, so that each is a range of an index on every database. */
    static List<Tally> of(Sql sql, Instant from, Instant until) {
        return COUNTED.stream()
                .flatMap(state -> sql.list(QUESTION, row -> read(row, state), state, from, until).stream())
                .toList();
    }

    /** When the first attempt was submitted that is counted. */
    static Optional<Instant> firstAt(Sql sql) {
        return COUNTED.stream()
                .flatMap(state -> sql
                        .list(
                                "SELECT MIN(submitted_at) AS first_at FROM attempt WHERE state = ?",
                                row -> row.findInstant("first_at"),
                                state)
                        .stream())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Tally read(Row row, AttemptState state) throws SQLException {
        return new Tally(
                row.getText("gateway"),
                row.getText("destination"),
                row.getText("network"),
                row.getText("code"),
                state,
                row.getLong("attempts"),
                -row.getLong("amount"));
    }
}
