package org.bookbell.message.calls;

import java.time.Instant;
import org.bookbell.client.Channel;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;

/**
 * The same message over another channel: a row of its own, which no rule asks for. In place of a rule it carries the
 * negative id of its original, so that there is one for each channel, and planning leaves it alone until its appointment
 * is moved or cancelled.
 *
 * @param originalId the message that it repeats
 * @param address where it goes
 */
public record MessageCopy(long originalId, Channel channel, String address, Instant usefulUntil) {

    /** Plans it, due at once, and answers its id; 0 if there is one already. */
    public long plan(Sql sql, Ids ids, Instant now, String reason) {
        var id = ids.next();
        var planned = sql.update(
                "INSERT INTO message (id, organization_id, appointment_id, occurrence, rule_id, kind, channel,"
                        + " recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at,"
                        + " state, state_at, facts, revision, attempts, created_at)"
                        + " SELECT ?, m.organization_id, m.appointment_id, m.occurrence, ?, m.kind, ?, m.recipient_kind,"
                        + " m.recipient_id, ?, m.appointment_start, ?, ?, ?, 'PLANNED', ?, m.facts, 0, 0, ?"
                        + " FROM message m WHERE m.id = ? AND NOT EXISTS (SELECT 1 FROM message c"
                        + " WHERE c.appointment_id = m.appointment_id AND c.rule_id = ? AND c.channel = ?)",
                id,
                -originalId,
                channel,
                address,
                now,
                usefulUntil,
                now,
                now,
                now,
                originalId,
                -originalId,
                channel);
        if (planned == 0) {
            return 0;
        }
        sql.update(
                "INSERT INTO message_event (id, message_id, state, happened_at, detail) VALUES (?, ?, 'PLANNED', ?, ?)",
                ids.next(),
                id,
                now,
                reason);
        return id;
    }

    /** Shows the id only: the address is personal. */
    @Override
    public String toString() {
        return "MessageCopy[" + originalId + " over " + channel + "]";
    }
}
