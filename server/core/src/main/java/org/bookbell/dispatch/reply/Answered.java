package org.bookbell.dispatch.reply;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.bookbell.dispatch.attempt.ReceiptMatch.Target;
import org.bookbell.message.Audience;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.ReplyReceived;
import org.bookbell.storage.Row;

/**
 * A message that a reply may answer.
 *
 * @param occurrence how often its appointment had been moved
 * @param sender what the phone showed as its sender, where that is known
 * @param target its latest attempt over that sender
 */
record Answered(
        long messageId,
        House house,
        Optional<Long> appointmentId,
        int occurrence,
        Audience audience,
        long recipientId,
        MessageFacts facts,
        String gateway,
        Optional<String> sender,
        Target target) {

    static final String QUESTION = "SELECT m.id AS message_id, m.organization_id, m.appointment_id, m.occurrence,"
            + " m.recipient_kind, m.recipient_id, m.facts, m.attempts, a.id, a.attempt_no, a.gateway,"
            + " CASE WHEN g.organization_id <> 0 THEN COALESCE(g.sender, o.sms_sender)"
            + " ELSE COALESCE(o.sms_sender, g.sender) END AS sender, o.name, o.phone, o.locale, o.slug FROM message m"
            + " JOIN attempt a ON a.message_id = m.id JOIN organization o ON o.id = m.organization_id"
            + " LEFT JOIN gateway g ON g.name = a.gateway"
            + " WHERE m.address = ? AND m.channel = 'SMS' AND a.submitted_at > ? AND a.state <> 'REFUSED'"
            + " ORDER BY a.submitted_at DESC, a.id DESC LIMIT 200";

    /** The organization that sent it. */
    record House(long id, String name, Optional<String> phone, Locale locale, String slug) {}

    static Answered read(Row row) throws SQLException {
        return new Answered(
                row.getLong("message_id"),
                new House(
                        row.getLong("organization_id"),
                        row.getText("name"),
                        row.findText("phone"),
                        Locale.forLanguageTag(row.getText("locale")),
                        row.getText("slug")),
                row.findLong("appointment_id"),
                row.getInt("occurrence"),
                Audience.valueOf(row.getText("recipient_kind")),
                row.getLong("recipient_id"),
                MessageFacts.parse(row.getText("facts")),
                row.getText("gateway"),
                row.findText("sender"),
                new Target(
                        row.getLong("id"),
                        row.getLong("message_id"),
                        row.getInt("attempt_no") == row.getInt("attempts")));
    }

    /** The reader's language. */
    Locale language() {
        return facts.to().locale();
    }

    /** The client that it was sent to; empty for staff. */
    Optional<Long> clientId() {
        return audience == Audience.CLIENT ? Optional.of(recipientId) : Optional.empty();
    }

    /** What it told a client, if it was about an appointment. */
    Optional<ReplyReceived.Told> told() {
        return appointmentId
                .filter(id -> audience == Audience.CLIENT)
                .map(id -> new ReplyReceived.Told(house.id(), id, occurrence, recipientId));
    }

    /** Shows the message only: the rest is personal. */
    @Override
    public String toString() {
        return "Answered[" + messageId + "]";
    }
}
