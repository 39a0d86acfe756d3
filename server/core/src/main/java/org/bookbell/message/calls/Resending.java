package org.bookbell.message.calls;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.client.Channel;
import org.bookbell.message.MessagesDue;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.CallListEntry;
import org.bookbell.problem.Faults;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages of calls again because a person wants it: over the channel where they failed the same row goes out
 * once more, by a gateway that it was tried over least; over the other channel a copy does. The call stays on the list
 * until one of them arrives or somebody deals with it.
 */
@UseCase
public class Resending {

    /** How many calls one wish may name. */
    public static final int MOST_CALLS = 200;

    private static final String AGAIN = "UPDATE message SET state = 'PLANNED', state_at = ?, try_at = ?,"
            + " useful_until = ?, address = ?, reason_code = NULL, reason = NULL, claimed_until = NULL,"
            + " revision = revision + 1 WHERE id = ?"
            + " AND state IN ('REFUSED', 'UNKNOWN', 'SUSPECT', 'UNDELIVERED', 'SKIPPED', 'TOO_LATE')";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;
    private final CallList calls;
    private final Obstacles obstacles;
    private final Event<MessagesDue> due;

    @Inject
    public Resending(
            Sql sql, Ids ids, Clock clock, Audit audit, CallList calls, Obstacles obstacles, Event<MessagesDue> due) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
        this.calls = calls;
        this.obstacles = obstacles;
        this.due = due;
    }

    /**
     * Sends the messages of some calls again and answers for each what becomes of it.
     *
     * @param untilStart whether they are worth sending until the appointment begins, whatever was planned
     */
    public List<Resent> resend(
            Actor actor, long organizationId, List<Long> callIds, Channel channel, boolean untilStart) {
        check(callIds);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var distinct = callIds.stream().distinct().sorted().toList();
        lock(organizationId, distinct);
        var found = calls.listAmong(organizationId, distinct);
        var sent = new ArrayList<Resent>();
        for (var id : distinct) {
            var call = found.stream().filter(entry -> entry.id() == id).findFirst();
            sent.add(call.map(entry -> resend(actor, entry, channel, untilStart, now))
                    .orElseGet(() -> Resent.refused(id, ResendOutcome.NOT_ON_LIST)));
        }
        var messages = sent.stream().flatMap(each -> each.messageId().stream()).toList();
        if (!messages.isEmpty()) {
            due.fire(new MessagesDue(messages));
        }
        return sent;
    }

    private static void check(List<Long> callIds) {
        var faults = new Faults();
        faults.check(
                !callIds.isEmpty() && callIds.size() <= MOST_CALLS,
                "/ids",
                "Name 1 to " + MOST_CALLS + " calls at once.");
        faults.throwIfAny();
    }

    /** One wish at a time for each call, so that nothing goes out twice by two presses of a button. */
    private void lock(long organizationId, List<Long> callIds) {
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(organizationId);
        parameters.addAll(callIds);
        sql.update(
                "UPDATE call_list SET message_id = message_id WHERE organization_id = ? AND id IN "
                        + Sql.marks(callIds.size()),
                parameters.toArray());
    }

    private Resent resend(Actor actor, CallListEntry call, Channel channel, boolean untilStart, Instant now) {
        var until = untilStart
                ? call.appointmentStart().orElse(call.about().usefulUntil())
                : call.about().usefulUntil();
        var obstacle = obstacles.find(call, channel, until, now);
        if (obstacle.isPresent()) {
            return Resent.refused(call.id(), obstacle.get());
        }
        var address = Obstacles.address(call, channel).orElseThrow();
        var message = call.about().channel() == channel
                ? again(call.messageId(), address, until, now)
                : copy(new MessageCopy(call.messageId(), channel, address, until), now);
        message.ifPresent(id -> note(actor, call, channel, id, now));
        return new Resent(call.id(), message.isPresent() ? ResendOutcome.PLANNED : ResendOutcome.UNDER_WAY, message);
    }

    private Optional<Long> again(long messageId, String address, Instant until, Instant now) {
        if (sql.update(AGAIN, now, now, until, address, messageId) == 0) {
            return Optional.empty();
        }
        sql.update(
                "INSERT INTO message_event (id, message_id, state, happened_at, detail) VALUES (?, ?, 'PLANNED', ?, ?)",
                ids.next(),
                messageId,
                now,
                "sent again from the call list");
        return Optional.of(messageId);
    }

    private Optional<Long> copy(MessageCopy copy, Instant now) {
        var planned = copy.plan(sql, ids, now, "sent from the call list");
        return planned != 0
                ? Optional.of(planned)
                : sql.find(
                                "SELECT c.id FROM message m JOIN message c ON c.appointment_id = m.appointment_id"
                                        + " AND c.rule_id = ? AND c.channel = ? WHERE m.id = ?",
                                row -> row.getLong("id"),
                                -copy.originalId(),
                                copy.channel(),
                                copy.originalId())
                        .flatMap(id -> again(id, copy.address(), copy.usefulUntil(), now));
    }

    private void note(Actor actor, CallListEntry call, Channel channel, long messageId, Instant now) {
        sql.update(
                "INSERT INTO call_resend (id, call_id, message_id, channel, resent_at, resent_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                ids.next(),
                call.id(),
                messageId,
                channel,
                now,
                actor.id());
        audit.record(actor, call.about().organizationId(), "call.resent", "callListEntry", call.id(), channel.name());
    }
}
