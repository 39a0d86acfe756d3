package org.bookbell.dispatch.quiet;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.claim.History.Event;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.dispatch.quiet.QuietRule.Step;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.NewCall;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Looks at claims in the transaction that claims them, before they are counted, and keeps back what would ring in quiet
 * hours. By day that costs no statement.
 */
@Dependent
public class Nights {

    /** The reason code of what waits for the morning, or was kept back for good. */
    public static final String QUIET_HOURS = "QUIET_HOURS";

    private static final String WAITING = "late, and its recipient's quiet hours have begun; it waits for their end";
    private static final String OF_NO_USE = "late, and of no use after its recipient's quiet hours";

    private final History history;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Nights(History history, Ids ids, Clock clock) {
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** The ids of those of {@code claimed} that are kept back; they are claimed no more. */
    public Set<Long> keepBack(Sql sql, Stream<Ringing> claimed) {
        var now = clock.instant();
        var ringing = claimed.filter(each -> each.isQuiet(now) && now.isBefore(each.usefulUntil()))
                .toList();
        if (ringing.isEmpty()) {
            return Set.of();
        }
        var asked = asked(sql, ringing);
        var waiting = new LinkedHashMap<Long, Instant>();
        var late = new ArrayList<Long>();
        for (var message : ringing) {
            var step = QuietRule.decide(message, Optional.ofNullable(asked.get(message.messageId())), now);
            if (step instanceof Step.Wait wait) {
                waiting.put(message.messageId(), wait.until());
            } else if (step instanceof Step.Call) {
                late.add(message.messageId());
            }
        }
        putOff(sql, waiting, now);
        end(sql, late, now);
        return Stream.concat(waiting.keySet().stream(), late.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** When a person last wanted messages to be sent, of those that anybody did. */
    private static Map<Long, Instant> asked(Sql sql, List<Ringing> ringing) {
        return sql
                .list(
                        "SELECT message_id, MAX(resent_at) AS asked_at FROM call_resend WHERE message_id IN "
                                + Sql.marks(ringing.size()) + " GROUP BY message_id",
                        row -> Map.entry(row.getLong("message_id"), row.getInstant("asked_at")),
                        ringing.stream().map(Ringing::messageId).toArray())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Guards count a message when it goes, not when it waits. */
    private void putOff(Sql sql, Map<Long, Instant> waiting, Instant now) {
        sql.batch(
                "UPDATE message SET state = 'PLANNED', state_at = ?, try_at = ?, reason_code = ?, reason = ?,"
                        + " claimed_until = NULL,"
                        + " guard_fence = CASE WHEN guard_fence = claim_fence THEN NULL ELSE guard_fence END"
                        + " WHERE id = ? AND state = 'CLAIMED'",
                waiting.entrySet().stream()
                        .map(each -> new @Nullable Object[] {now, each.getValue(), QUIET_HOURS, WAITING, each.getKey()})
                        .toList());
        history.add(
                sql,
                waiting.entrySet().stream()
                        .map(each -> new Event(
                                each.getKey(), MessageState.PLANNED, now, null, WAITING + " at " + each.getValue()))
                        .toList());
    }

    private void end(Sql sql, List<Long> late, Instant now) {
        sql.batch(
                "UPDATE message SET state = 'TOO_LATE', state_at = ?, try_at = ?, reason_code = ?, reason = ?,"
                        + " claimed_until = NULL WHERE id = ? AND state = 'CLAIMED'",
                late.stream()
                        .map(id -> new @Nullable Object[] {now, RetryRule.NEVER, QUIET_HOURS, OF_NO_USE, id})
                        .toList());
        history.add(
                sql,
                late.stream()
                        .map(id -> new Event(id, MessageState.TOO_LATE, now, null, OF_NO_USE))
                        .toList());
        CallList.put(
                sql,
                late.stream()
                        .map(id -> new NewCall(ids.next(), id, QUIET_HOURS, OF_NO_USE, now))
                        .toList());
    }
}
