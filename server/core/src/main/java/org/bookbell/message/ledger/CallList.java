package org.bookbell.message.ledger;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.UseCase;
import org.jspecify.annotations.Nullable;

/** The clients whom a person must tell, since no message did. */
@UseCase
public class CallList {

    private static final int LONGEST_NOTE = 300;
    private static final String COLUMNS = "SELECT c.id, c.message_id, c.reason_code, c.reason, c.appointment_start,"
            + " c.created_at, c.handled_at, c.handled_by, c.handled_note, m.appointment_id, m.kind, m.channel,"
            + " m.recipient_kind, m.recipient_id, m.address, m.facts FROM call_list c JOIN message m ON m.id ="
            + " c.message_id";
    private static final Row.Reader<CallListEntry> ENTRY = CallListEntry::read;

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    @Inject
    public CallList(Sql sql, Ids ids, Clock clock, Audit audit) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** Whom to call, the earliest appointment first. Who was proven to be reached after all is not among them. */
    public List<CallListEntry> list(long organizationId, int limit) {
        return sql.list(
                COLUMNS + " WHERE c.organization_id = ? AND c.handled_at IS NULL AND m.state <> 'DELIVERED'"
                        + " ORDER BY c.appointment_start, c.id LIMIT " + limit,
                ENTRY,
                organizationId);
    }

    public CallListEntry get(long organizationId, long id) {
        return sql.find(COLUMNS + " WHERE c.organization_id = ? AND c.id = ?", ENTRY, organizationId, id)
                .orElseThrow(() -> ProblemException.notFound("call list entry"));
    }

    /** How many calls are open. */
    public long count(long organizationId) {
        return sql.count(
                "SELECT COUNT(*) FROM call_list c JOIN message m ON m.id = c.message_id"
                        + " WHERE c.organization_id = ? AND c.handled_at IS NULL AND m.state <> 'DELIVERED'",
                organizationId);
    }

    /** Puts the client of a message on the list; one who is on it for this message stays, staff are not called. */
    public void put(long messageId, String code, String reason) {
        put(sql, List.of(new NewCall(ids.next(), messageId, code, reason, clock.instant())));
    }

    /** Like {@link #put(long, String, String)} for many, in a transaction of a job. */
    public static void put(Sql sql, Collection<NewCall> calls) {
        sql.batch(
                "INSERT INTO call_list (id, organization_id, message_id, reason_code, reason, appointment_start,"
                        + " created_at) SELECT ?, m.organization_id, m.id, ?, ?, m.appointment_start, ? FROM message m"
                        + " WHERE m.id = ? AND m.recipient_kind = 'CLIENT'"
                        + " AND NOT EXISTS (SELECT 1 FROM call_list c WHERE c.message_id = m.id)",
                calls.stream()
                        .map(call -> new @Nullable Object[] {
                            call.id(), call.code(), call.reason(), call.createdAt(), call.messageId()
                        })
                        .toList());
    }

    /** Notes that the client was told, or why not; the first note stays. */
    public CallListEntry handled(Actor actor, long organizationId, long id, @Nullable String note) {
        var faults = new Faults();
        faults.check(
                note == null || note.length() <= LONGEST_NOTE, "/note", "The note may have at most 300 characters.");
        faults.throwIfAny();
        var changed = sql.update(
                "UPDATE call_list SET handled_at = ?, handled_by = ?, handled_note = ?"
                        + " WHERE organization_id = ? AND id = ? AND handled_at IS NULL",
                clock.instant(),
                actor.id(),
                note,
                organizationId,
                id);
        if (changed > 0) {
            audit.record(actor, organizationId, "call.handled", "callListEntry", id, "");
        }
        return get(organizationId, id);
    }

    /** Takes messages off the list that need no call any more. */
    public void settle(Collection<Long> messageIds, String note) {
        var now = clock.instant();
        sql.batch(
                "UPDATE call_list SET handled_at = ?, handled_note = ? WHERE message_id = ? AND handled_at IS NULL",
                messageIds.stream()
                        .map(id -> new @Nullable Object[] {now, note, id})
                        .toList());
    }
}
