package org.bookbell.dispatch;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bookbell.client.Channel;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageKind;
import org.bookbell.storage.Row;

/**
 * A due message that this node alone may send for the next seconds.
 *
 * @param fence what proves the claim: each batch of claims has its own
 * @param revision of the message when it was claimed; one that was re-planned since has another
 * @param waitedFor why it was not sent before
 * @param facts what the message tells, as planning wrote it
 * @param history its attempts so far, oldest first
 */
record Claim(
        long id,
        long organizationId,
        MessageKind kind,
        Channel channel,
        Audience audience,
        long recipientId,
        String address,
        Instant usefulUntil,
        String facts,
        int revision,
        long fence,
        Instant claimedAt,
        Optional<String> waitedFor,
        List<PastAttempt> history) {

    static final String COLUMNS = "id, organization_id, kind, channel, recipient_kind, recipient_id, address,"
            + " useful_until, facts, revision, claim_fence, state_at, reason";

    /** One attempt made before. */
    record PastAttempt(long id, long messageId, int number, String gateway, AttemptState state) {

        static PastAttempt read(Row row) throws SQLException {
            return new PastAttempt(
                    row.getLong("id"),
                    row.getLong("message_id"),
                    row.getInt("attempt_no"),
                    row.getText("gateway"),
                    AttemptState.valueOf(row.getText("state")));
        }
    }

    static Claim read(Row row) throws SQLException {
        return new Claim(
                row.getLong("id"),
                row.getLong("organization_id"),
                MessageKind.valueOf(row.getText("kind")),
                Channel.valueOf(row.getText("channel")),
                Audience.valueOf(row.getText("recipient_kind")),
                row.getLong("recipient_id"),
                row.findText("address").orElse(""),
                row.getInstant("useful_until"),
                row.getText("facts"),
                row.getInt("revision"),
                row.getLong("claim_fence"),
                row.getInstant("state_at"),
                row.findText("reason"),
                List.of());
    }

    Claim with(List<PastAttempt> attempts) {
        return new Claim(
                id,
                organizationId,
                kind,
                channel,
                audience,
                recipientId,
                address,
                usefulUntil,
                facts,
                revision,
                fence,
                claimedAt,
                waitedFor,
                List.copyOf(attempts));
    }

    /** The number of the next attempt. */
    int nextNumber() {
        return history.isEmpty() ? 1 : history.get(history.size() - 1).number() + 1;
    }

    int triesOf(String gateway) {
        return (int) history.stream()
                .filter(attempt -> attempt.gateway().equals(gateway))
                .count();
    }

    /** How many attempts were never answered. */
    int unclearAttempts() {
        return (int) history.stream()
                .filter(attempt -> attempt.state() == AttemptState.UNCLEAR)
                .count();
    }

    /** The last attempt, if it was never answered. */
    Optional<PastAttempt> unanswered() {
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.get(history.size() - 1)).filter(last -> last.state() == AttemptState.UNCLEAR);
    }

    /** Shows the ids: the rest is personal. */
    @Override
    public String toString() {
        return "Claim[" + id + ", fence " + fence + "]";
    }
}
