package org.bookbell.message.ledger;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** The clients whom a person must tell, since no message did, and staff who were not told of their appointments. */
@UseCase
public class CallList {

    private static final int LONGEST_NOTE = 300;
    private static final String ENTRIES = "SELECT " + CallListEntry.COLUMNS + CallListEntry.TABLES + " WHERE ";
    private static final String OPEN = "c.organization_id = ? AND c.handled_at IS NULL AND m.state <> 'DELIVERED'"
            + " AND NOT EXISTS (SELECT 1 FROM call_resend r JOIN message n ON n.id = r.message_id"
            + " WHERE r.call_id = c.id AND n.state = 'DELIVERED')";

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
        return withResends(sql.list(
                ENTRIES + OPEN + " ORDER BY c.appointment_start, c.id LIMIT " + limit,
                CallListEntry::read,
                organizationId));
    }

    /** What was dealt with since then, the last first. */
    public List<CallListEntry> listHandled(long organizationId, Instant since, int limit) {
        return withResends(sql.list(
                ENTRIES + "c.organization_id = ? AND c.handled_at >= ? ORDER BY c.handled_at DESC, c.id LIMIT " + limit,
                CallListEntry::read,
                organizationId,
                since));
    }

    /** Those of these calls that there are in the organization, the earliest appointment first. */
    public List<CallListEntry> listAmong(long organizationId, Collection<Long> callIds) {
        if (callIds.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(organizationId);
        parameters.addAll(callIds);
        return withResends(sql.list(
                ENTRIES + "c.organization_id = ? AND c.id IN " + Sql.marks(callIds.size())
                        + " ORDER BY c.appointment_start, c.id",
                CallListEntry::read,
                parameters.toArray()));
    }

    /** Open calls of an organization that nobody was told of by e-mail, the earliest appointment first. */
    public static List<CallListEntry> listNotAlerted(Sql sql, long organizationId, int limit) {
        return sql.list(
                ENTRIES + OPEN + " AND c.alerted_at IS NULL ORDER BY c.appointment_start, c.id LIMIT " + limit,
                CallListEntry::read,
                organizationId);
    }

    public CallListEntry get(long organizationId, long id) {
        return listAmong(organizationId, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("call list entry"));
    }

    /** How many calls are open. */
    public long count(long organizationId) {
        return sql.count(
                "SELECT COUNT(*) FROM call_list c JOIN message m ON m.id = c.message_id WHERE " + OPEN, organizationId);
    }

    private List<CallListEntry> withResends(List<CallListEntry> entries) {
        if (entries.isEmpty()) {
            return entries;
        }
        var resends = sql.list(
                CallListEntry.Resend.QUESTION + Sql.marks(entries.size()) + " ORDER BY r.id DESC",
                CallListEntry.Resend::read,
                entries.stream().map(CallListEntry::id).toArray());
        return entries.stream().map(entry -> entry.with(resends)).toList();
    }

    /**
     * Puts the client or staff member of a message on the list; one who is on it for this message, or for the one that
     * was sent again by it, stays. Members who were not alerted and staff without an agenda are not called, nor is anybody about a time at which nothing
     * takes place any more.
     */
    public void put(long messageId, String code, String reason) {
        put(sql, List.of(new NewCall(ids.next(), messageId, code, reason, clock.instant())));
    }

    /** Like {@link #put(long, String, String)} for many, in a transaction of a job. */
    public static void put(Sql sql, Collection<NewCall> calls) {
        // one by one: the driver of MariaDB sends a batch of inserts in bulk, which the server refuses for a SELECT
        for (var call : calls) {
            sql.update(
                    "INSERT INTO call_list (id, organization_id, message_id, reason_code, reason, appointment_start,"
                            + " created_at) SELECT ?, m.organization_id, m.id, ?, ?, m.appointment_start, ? FROM message m"
                            + " WHERE m.id = ? AND m.recipient_kind <> 'MEMBER' AND m.kind <> 'AGENDA'"
                            + " AND NOT EXISTS (SELECT 1 FROM call_list c WHERE c.message_id = m.id)"
                            + " AND NOT EXISTS (SELECT 1 FROM call_resend r WHERE r.message_id = m.id)"
                            + " AND NOT EXISTS (SELECT 1 FROM message x WHERE x.appointment_id = m.appointment_id"
                            + " AND (x.occurrence > m.occurrence OR (x.occurrence = m.occurrence"
                            + " AND x.kind = 'CANCELLATION' AND m.kind <> 'CANCELLATION')))",
                    call.id(),
                    call.code(),
                    call.reason(),
                    call.createdAt(),
                    call.messageId());
        }
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
