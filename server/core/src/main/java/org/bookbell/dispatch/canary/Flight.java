package org.bookbell.dispatch.canary;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bookbell.dispatch.claim.AttemptState;
import org.bookbell.message.MessageState;
import org.bookbell.storage.Row;

/**
 * One test message and what became of it.
 *
 * @param messageId the message in the ledger
 * @param took from its submission to its receipt; empty without one
 * @param reason why it was not sent or did not arrive, where somebody said so
 */
public record Flight(
        long messageId, Instant sentAt, Outcome outcome, Optional<Duration> took, Optional<String> reason) {

    static final String QUESTION = "SELECT f.message_id, f.sent_at, m.state, m.reason, a.state AS attempt,"
            + " a.submitted_at, a.settled_at FROM canary_flight f JOIN message m ON m.id = f.message_id"
            + " LEFT JOIN attempt a ON a.message_id = m.id AND a.attempt_no = m.attempts"
            + " WHERE f.gateway = ? ORDER BY f.sent_at DESC LIMIT ";

    /** What became of a test message. */
    public enum Outcome {
        ON_ITS_WAY,
        /** Its receipt came in time. */
        ARRIVED,
        /** Its receipt came after it had been counted as missed. */
        ARRIVED_LATE,
        /** The gateway took it, and its receipt says that it failed or did not come in time. */
        MISSED,
        /** The gateway did not take it, so that it says nothing of what the gateway brings. */
        NOT_SENT
    }

    static Flight read(Row row, Duration patience, Instant now) throws SQLException {
        var attempt = row.findText("attempt").map(AttemptState::valueOf);
        var submittedAt = row.findInstant("submitted_at");
        var took = row.findInstant("settled_at")
                .flatMap(settled -> submittedAt.map(submitted -> Duration.between(submitted, settled)));
        var isOverdue =
                submittedAt.filter(at -> at.plus(patience).isBefore(now)).isPresent();
        var outcome = outcome(
                MessageState.valueOf(row.getText("state")),
                attempt,
                took.filter(time -> time.compareTo(patience) > 0).isPresent(),
                isOverdue);
        return new Flight(
                row.getLong("message_id"),
                row.getInstant("sent_at"),
                outcome,
                took,
                row.findText("reason").filter(text -> outcome == Outcome.MISSED || outcome == Outcome.NOT_SENT));
    }

    private static Outcome outcome(
            MessageState message, Optional<AttemptState> attempt, boolean isLate, boolean isOverdue) {
        return switch (message) {
            case PLANNED, CLAIMED, HELD, SUBMITTING, UNCLEAR -> Outcome.ON_ITS_WAY;
            case REFUSED, SKIPPED, TOO_LATE, CANCELLED -> Outcome.NOT_SENT;
            case ACCEPTED -> isOverdue ? Outcome.MISSED : Outcome.ON_ITS_WAY;
            case SUSPECT, UNDELIVERED -> Outcome.MISSED;
            case UNKNOWN ->
                attempt.filter(AttemptState.UNCLEAR::equals).isPresent() ? Outcome.NOT_SENT : Outcome.MISSED;
            case DELIVERED -> isLate ? Outcome.ARRIVED_LATE : Outcome.ARRIVED;
        };
    }
}
