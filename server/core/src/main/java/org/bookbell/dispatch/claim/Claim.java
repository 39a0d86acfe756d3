package org.bookbell.dispatch.claim;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.client.Channel;
import org.bookbell.dispatch.billing.ClaimedSms;
import org.bookbell.dispatch.guard.Guarded;
import org.bookbell.dispatch.quiet.Ringing;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.timing.QuietHours;
import org.bookbell.storage.Row;

/**
 * A due message that this node alone may send for the next seconds.
 *
 * @param start of the appointment
 * @param zone of the organization; UTC for the server's own messages
 * @param quiet the organization's quiet hours
 * @param fence what proves the claim: each batch of claims has its own
 * @param revision of the message when it was claimed; one that was re-planned since has another
 * @param waitedFor why it was not sent before
 * @param facts what the message tells, as planning wrote it
 * @param onlyOver the one gateway that it tests; empty for whatever the route says
 * @param isNew whether no guard has let it pass before
 * @param history its attempts so far, oldest first
 */
public record Claim(
        long id,
        long organizationId,
        MessageKind kind,
        Channel channel,
        Audience audience,
        long recipientId,
        String address,
        Instant usefulUntil,
        Optional<Instant> start,
        ZoneId zone,
        QuietHours quiet,
        String facts,
        int revision,
        long fence,
        Instant claimedAt,
        Optional<String> waitedFor,
        Optional<String> onlyOver,
        boolean isNew,
        List<PastAttempt> history) {

    static final String COLUMNS = "id, organization_id, kind, channel, recipient_kind, recipient_id, address,"
            + " useful_until, appointment_start,"
            + " (SELECT o.zone FROM organization o WHERE o.id = message.organization_id) AS zone,"
            + " (SELECT o.quiet_from_minute FROM organization o WHERE o.id = message.organization_id) AS quiet_from,"
            + " (SELECT o.quiet_to_minute FROM organization o WHERE o.id = message.organization_id) AS quiet_to,"
            + " facts, revision, claim_fence, state_at, reason,"
            + " CASE WHEN kind = 'CANARY' THEN gateway END AS only_over,"
            + " CASE WHEN guard_fence = claim_fence THEN 1 ELSE 0 END AS is_new";

    /** One attempt made before. */
    public record PastAttempt(long id, long messageId, int number, String gateway, AttemptState state) {

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
                row.findInstant("appointment_start"),
                zone(row),
                // NULL reads as 0: none for the server's own messages
                new QuietHours(row.getInt("quiet_from"), row.getInt("quiet_to")),
                row.getText("facts"),
                row.getInt("revision"),
                row.getLong("claim_fence"),
                row.getInstant("state_at"),
                row.findText("reason"),
                row.findText("only_over"),
                row.getInt("is_new") == 1,
                List.of());
    }

    /** One that this server does not know costs working hours, not the message. */
    public static ZoneId zone(Row row) throws SQLException {
        try {
            return row.findText("zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
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
                start,
                zone,
                quiet,
                facts,
                revision,
                fence,
                claimedAt,
                waitedFor,
                onlyOver,
                isNew,
                List.copyOf(attempts));
    }

    /** What must not come in quiet hours, which are those of its recipient's zone; nothing if it may come at any hour. */
    Optional<Ringing> ringing() {
        return kind.respectsQuietHours() && !quiet.isNone()
                ? Optional.of(
                        new Ringing(id, quiet, MessageFacts.findZone(facts).orElse(zone), usefulUntil))
                : Optional.empty();
    }

    /** Whether quiet hours have begun since it was claimed: what was claimed in them was let pass. */
    public boolean hasTurnedQuiet(Instant now) {
        return ringing()
                .filter(each -> each.isQuiet(now) && !each.isQuiet(claimedAt))
                .isPresent();
    }

    /** What guards look at. */
    Guarded guarded() {
        return new Guarded(
                id, organizationId, kind, channel, audience, address, usefulUntil, zone, isNew && history.isEmpty());
    }

    /** What is paid for by itself: a text message. */
    public Stream<ClaimedSms> sms() {
        return channel == Channel.SMS
                ? Stream.of(new ClaimedSms(id, organizationId, address, usefulUntil, fence))
                : Stream.empty();
    }

    /** The number of the next attempt. */
    public int nextNumber() {
        return history.isEmpty() ? 1 : history.get(history.size() - 1).number() + 1;
    }

    public int triesOf(String gateway) {
        return (int) history.stream()
                .filter(attempt -> attempt.gateway().equals(gateway))
                .count();
    }

    /** How many attempts were never answered. */
    public int unclearAttempts() {
        return (int) history.stream()
                .filter(attempt -> attempt.state() == AttemptState.UNCLEAR)
                .count();
    }

    /** The last attempt, if it was never answered. */
    public Optional<PastAttempt> unanswered() {
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
