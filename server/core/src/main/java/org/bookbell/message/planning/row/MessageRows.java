package org.bookbell.message.planning.row;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bookbell.client.Channel;
import org.bookbell.message.AppointmentFacts;
import org.bookbell.message.MessageFacts;
import org.bookbell.message.MessageKind;
import org.bookbell.message.MessageState;
import org.bookbell.message.Recipient;
import org.bookbell.message.timing.Window;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** The rows of the ledger as planning writes them: in batches, each change with its event. */
@Dependent
public class MessageRows {

    private static final String INSERT =
            "INSERT INTO message (id, organization_id, appointment_id, occurrence, rule_id,"
                    + " kind, channel, recipient_kind, recipient_id, address, appointment_start, due_at, useful_until, try_at,"
                    + " state, state_at, reason_code, reason, facts, revision, attempts, created_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)";
    private static final String CHANGE = "UPDATE message SET address = ?, appointment_start = ?, due_at = ?,"
            + " useful_until = ?, try_at = ?, state = ?, state_at = ?, reason_code = ?, reason = ?, facts = ?,"
            + " revision = revision + 1 WHERE id = ? AND state = ?";
    private static final String REFRESH = "UPDATE message SET address = ?, facts = ?, revision = revision + 1"
            + " WHERE id = ? AND state IN ('PLANNED', 'HELD')";
    private static final String CANCEL = "UPDATE message SET state = 'CANCELLED', state_at = ?, reason_code = ?,"
            + " reason = ?, revision = revision + 1 WHERE id = ? AND state IN ('PLANNED', 'CLAIMED', 'HELD')";
    private static final String EVENT =
            "INSERT INTO message_event (id, message_id, state, happened_at, detail) VALUES (?, ?, ?, ?, ?)";

    private final Sql sql;
    private final Ids ids;

    @Inject
    public MessageRows(Sql sql, Ids ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /** All rows of these appointments, by appointment. */
    public Map<Long, List<StoredMessage>> listOf(Collection<Long> appointmentIds) {
        if (appointmentIds.isEmpty()) {
            return Map.of();
        }
        var byAppointment = new HashMap<Long, List<StoredMessage>>();
        sql.list(
                        "SELECT " + StoredMessage.COLUMNS + " FROM message WHERE appointment_id IN "
                                + Sql.marks(appointmentIds.size()) + " ORDER BY id",
                        StoredMessage::read,
                        appointmentIds.toArray())
                .forEach(row -> byAppointment
                        .computeIfAbsent(row.appointmentId(), id -> new ArrayList<>())
                        .add(row));
        return byAppointment;
    }

    public List<StoredMessage> listOf(long appointmentId) {
        return listOf(List.of(appointmentId)).getOrDefault(appointmentId, List.of());
    }

    /** The open rows about appointments of an id range that are still to come. */
    public List<StoredMessage> listOpen(long organizationId, long afterAppointment, long lastAppointment, Instant now) {
        return sql.list(
                "SELECT " + StoredMessage.COLUMNS + " FROM message WHERE organization_id = ? AND appointment_id > ?"
                        + " AND appointment_id <= ? AND state IN ('PLANNED', 'CLAIMED', 'HELD') AND kind <> 'CANCELLATION'"
                        + " AND appointment_start > ?",
                StoredMessage::read,
                organizationId,
                afterAppointment,
                lastAppointment,
                now);
    }

    /** Adds rows and answers their ids. */
    Map<PlannedMessage, Long> insert(AppointmentFacts facts, List<PlannedMessage> planned, Instant now) {
        var written = new LinkedHashMap<PlannedMessage, Long>();
        var json = new HashMap<Recipient, String>();
        var rows = new ArrayList<@Nullable Object[]>();
        var events = new ArrayList<@Nullable Object[]>();
        for (var message : planned) {
            var id = ids.next();
            written.put(message, id);
            var told = json.computeIfAbsent(
                    message.recipient(), to -> MessageFacts.of(facts, to).toJson());
            rows.add(row(id, facts, message, told, now));
            events.add(event(id, message.state(), now, wordsOf(message)));
        }
        sql.insertAll(INSERT, rows);
        sql.insertAll(EVENT, events);
        return written;
    }

    /** Adds a message about no appointment, due at once, and answers its id. */
    long insertAlert(long organizationId, Recipient to, Channel channel, MessageFacts facts, Window window) {
        var id = ids.next();
        var now = window.dueAt();
        sql.update(
                INSERT,
                id,
                organizationId,
                null,
                0,
                0,
                MessageKind.ALERT,
                channel,
                to.kind(),
                to.id(),
                to.address(channel).orElse(null),
                null,
                now,
                window.usefulUntil(),
                now,
                MessageState.PLANNED,
                now,
                null,
                null,
                facts.toJson(),
                now);
        sql.insertAll(EVENT, List.<@Nullable Object[]>of(event(id, MessageState.PLANNED, now, "due at " + now)));
        return id;
    }

    /** Plans rows again; one that somebody else changed meanwhile is left alone. */
    void change(AppointmentFacts facts, List<Correction.Change> changes, Instant now) {
        var changed = sql.batch(
                CHANGE,
                changes.stream().map(change -> changed(facts, change, now)).toList());
        var events = new ArrayList<@Nullable Object[]>();
        for (var i = 0; i < changed.length; i++) {
            var planned = changes.get(i).planned();
            if (changed[i] != 0) {
                events.add(event(changes.get(i).stored().id(), planned.state(), now, wordsOf(planned)));
            }
        }
        sql.insertAll(EVENT, events);
    }

    /** Gives waiting rows the facts of today. */
    void refresh(AppointmentFacts facts, List<StoredMessage> stale) {
        sql.batch(
                REFRESH,
                stale.stream()
                        .flatMap(row -> facts
                                .findRecipient(
                                        row.key().recipientKind(), row.key().recipientId())
                                .map(recipient -> refreshed(facts, row, recipient))
                                .stream())
                        .toList());
    }

    /** Replaces the secret of a link in whatever an appointment's rows tell; a row under a sender's hands is drawn back. */
    public void relink(long appointmentId, String formerToken, String token) {
        sql.update(
                "UPDATE message SET facts = REPLACE(facts, ?, ?), revision = revision + 1 WHERE appointment_id = ?",
                formerToken,
                token,
                appointmentId);
    }

    /** Sees to it that what went out already is not sent again, whatever is heard of it; it may still arrive. */
    void sendNeverAgain(List<StoredMessage> gone, Instant now) {
        sql.batch(
                "UPDATE message SET useful_until = ? WHERE id = ? AND useful_until > ?"
                        + " AND state IN ('SUBMITTING', 'UNCLEAR', 'ACCEPTED', 'UNKNOWN', 'SUSPECT', 'UNDELIVERED')",
                gone.stream()
                        .map(row -> new @Nullable Object[] {now, row.id(), now})
                        .toList());
    }

    /** Cancels those that are not on the socket yet. */
    void cancel(List<StoredMessage> waiting, CancelReason reason, String words, Instant now) {
        var changed = sql.batch(
                CANCEL,
                waiting.stream()
                        .map(row -> new @Nullable Object[] {now, reason, words, row.id()})
                        .toList());
        var events = new ArrayList<@Nullable Object[]>();
        for (var i = 0; i < changed.length; i++) {
            if (changed[i] != 0) {
                events.add(event(waiting.get(i).id(), MessageState.CANCELLED, now, words));
            }
        }
        sql.insertAll(EVENT, events);
    }

    private static @Nullable Object[] row(
            long id, AppointmentFacts facts, PlannedMessage message, String json, Instant now) {
        return new @Nullable Object[] {
            id,
            facts.key().organizationId(),
            facts.key().appointmentId(),
            facts.key().occurrence(),
            message.ruleId(),
            message.kind(),
            message.channel(),
            message.recipient().kind(),
            message.recipient().id(),
            addressOf(message),
            facts.time().start(),
            message.window().dueAt(),
            message.window().usefulUntil(),
            message.window().dueAt(),
            message.state(),
            now,
            message.skipped(),
            reasonOf(message),
            json,
            now
        };
    }

    private static @Nullable Object[] changed(AppointmentFacts facts, Correction.Change change, Instant now) {
        var message = change.planned();
        return new @Nullable Object[] {
            addressOf(message),
            facts.time().start(),
            message.window().dueAt(),
            message.window().usefulUntil(),
            message.window().dueAt(),
            message.state(),
            now,
            message.skipped(),
            reasonOf(message),
            MessageFacts.of(facts, message.recipient()).toJson(),
            change.stored().id(),
            change.stored().state()
        };
    }

    private static @Nullable Object[] refreshed(AppointmentFacts facts, StoredMessage row, Recipient recipient) {
        return new @Nullable Object[] {
            recipient.address(row.key().channel()).orElse(null),
            MessageFacts.of(facts, recipient).toJson(),
            row.id()
        };
    }

    private @Nullable Object[] event(long messageId, MessageState state, Instant now, @Nullable String detail) {
        return new @Nullable Object[] {ids.next(), messageId, state, now, detail};
    }

    private static @Nullable String addressOf(PlannedMessage message) {
        return message.recipient().address(message.channel()).orElse(null);
    }

    private static @Nullable String reasonOf(PlannedMessage message) {
        var skipped = message.skipped();
        return skipped == null ? null : skipped.words(message.channel());
    }

    private static @Nullable String wordsOf(PlannedMessage message) {
        return message.isSkipped()
                ? reasonOf(message)
                : "due at " + message.window().dueAt();
    }
}
