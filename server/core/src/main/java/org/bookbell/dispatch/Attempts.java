package org.bookbell.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.Claim.PastAttempt;
import org.bookbell.dispatch.History.Call;
import org.bookbell.dispatch.History.Event;
import org.bookbell.dispatch.health.Destination;
import org.bookbell.message.MessageState;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What is written before and after a submission. {@link #begin} commits, just before the gateway is spoken to, that it
 * will be: only if the claim still holds, the message was neither cancelled nor planned anew, its recipient has not
 * opted out, and it is still useful. A process that dies after that leaves an attempt of which nobody knows, never a
 * message that is sent twice unawares.
 */
@ApplicationScoped
public class Attempts {

    private static final int AT_ONCE = 100;

    private static final String BEGIN = "UPDATE message SET state = 'SUBMITTING', state_at = ?, gateway = ?,"
            + " attempts = ?, reason_code = NULL, reason = NULL, claimed_until = %s"
            + " WHERE id = ? AND state = 'CLAIMED' AND claim_fence = ? AND revision = ? AND useful_until > ?"
            + " AND NOT EXISTS (SELECT 1 FROM opt_out o WHERE o.channel = message.channel"
            + " AND o.address = message.address AND o.organization_id IN (0, message.organization_id))";

    private final @Nullable Parts parts;
    /** In one line, so that one commit serves those who begin and those who are done. */
    private final Combined<Write, Optional<Long>> writes = new Combined<>(AT_ONCE, this::writeAll);

    private final Combined<Answer, Boolean> recorded = new Combined<>(AT_ONCE, this::matchAll);

    private record Parts(
            JobsDatabase database, History history, LeaseTime lease, EarlyReceipts early, Ids ids, Clock clock) {}

    private sealed interface Write {}

    /** An attempt to begin, new or {@code resumed}. */
    private record Beginning(Claim claim, String gateway, Optional<PastAttempt> resumed) implements Write {

        int number() {
            return resumed.map(PastAttempt::number).orElseGet(claim::nextNumber);
        }
    }

    /**
     * What a gateway answered to an attempt, and what follows.
     *
     * @param counted the segments of the text as we count them, for gateways that do not tell
     */
    record Answer(
            Claim claim,
            long attemptId,
            String gateway,
            SubmitResult result,
            Verdict verdict,
            Optional<Integer> counted)
            implements Write {

        Optional<String> providerMessageId() {
            return result instanceof Accepted accepted ? accepted.providerMessageId() : Optional.empty();
        }

        Optional<Integer> segments() {
            return (result instanceof Accepted accepted ? accepted.segments() : Optional.<Integer>empty())
                    .or(() -> counted);
        }
    }

    /** For the container's proxy. */
    protected Attempts() {
        this.parts = null;
    }

    @Inject
    Attempts(JobsDatabase database, History history, LeaseTime lease, EarlyReceipts early, Ids ids, Clock clock) {
        this.parts = new Parts(database, history, lease, early, ids, clock);
    }

    private Parts parts() {
        if (parts == null) {
            throw new IllegalStateException("made without a database");
        }
        return parts;
    }

    /** The id under which {@code claim} may be submitted now, or empty if it may not be any more. */
    Optional<Long> begin(Claim claim, String gateway, Optional<PastAttempt> resumed) {
        return writes.run(new Beginning(claim, gateway, resumed));
    }

    /** Records an answer; one that comes after its claim expired still counts. */
    void record(Answer answer) {
        writes.run(answer);
        recorded.run(answer);
    }

    /** Answers the ids of what was begun, and nothing to the rest. */
    private List<Optional<Long>> writeAll(List<Write> all) {
        var now = parts().clock().instant();
        var beginnings = of(Beginning.class, all);
        var answers = of(Answer.class, all);
        var begun = parts().database().inTransaction(sql -> {
            var events = new ArrayList<Event>();
            var ids = beginAll(sql, beginnings, now, events);
            recordAll(sql, answers, now, events);
            parts().history().add(sql, events);
            return ids;
        });
        var ids = begun.iterator();
        return all.stream()
                .map(each -> each instanceof Beginning ? ids.next() : Optional.<Long>empty())
                .toList();
    }

    /** By itself: whoever begins must not hear of its failure. */
    private List<Boolean> matchAll(List<Answer> all) {
        parts().early().match(all);
        return all.stream().map(each -> true).toList();
    }

    private static <T> List<T> of(Class<T> kind, List<Write> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<Optional<Long>> beginAll(Sql sql, List<Beginning> all, Instant now, List<Event> events) {
        var counts = sql.batch(
                BEGIN.formatted(parts().lease().expiry()),
                all.stream().map(each -> guard(each, now)).toList());
        var begun = new ArrayList<Optional<Long>>();
        var rows = new ArrayList<@Nullable Object[]>();
        var resumed = new ArrayList<@Nullable Object[]>();
        for (int i = 0; i < counts.length; i++) {
            var each = all.get(i);
            if (counts[i] != 1) {
                begun.add(Optional.empty());
                continue;
            }
            var id = each.resumed().map(PastAttempt::id).orElseGet(parts().ids()::next);
            begun.add(Optional.of(id));
            if (each.resumed().isPresent()) {
                resumed.add(new @Nullable Object[] {now, id});
            } else {
                rows.add(new @Nullable Object[] {
                    id,
                    each.claim().id(),
                    each.number(),
                    each.gateway(),
                    now,
                    Destination.of(each.claim().address())
                });
            }
            events.add(new Event(
                    each.claim().id(), MessageState.CLAIMED, each.claim().claimedAt(), null, null));
            events.add(new Event(each.claim().id(), MessageState.SUBMITTING, now, id, each.gateway()));
        }
        sql.insertAll(
                "INSERT INTO attempt (id, message_id, attempt_no, gateway, state, submitted_at, destination)"
                        + " VALUES (?, ?, ?, ?, 'SUBMITTING', ?, ?)",
                rows);
        sql.batch("UPDATE attempt SET state = 'SUBMITTING', submitted_at = ? WHERE id = ?", resumed);
        return begun;
    }

    private static @Nullable Object[] guard(Beginning each, Instant now) {
        var claim = each.claim();
        return new @Nullable Object[] {
            now, each.gateway(), each.number(), claim.id(), claim.fence(), claim.revision(), now
        };
    }

    private void recordAll(Sql sql, List<Answer> all, Instant now, List<Event> events) {
        writeAttempts(sql, all, now);
        writeMessages(sql, all, now, events);
    }

    private static void writeAttempts(Sql sql, List<Answer> all, Instant now) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var answer : all) {
            var verdict = answer.verdict();
            rows.add(new @Nullable Object[] {
                verdict.attempt(),
                now,
                answer.providerMessageId().orElse(null),
                answer.segments().orElse(null),
                verdict.code().orElse(null),
                History.shorten(verdict.detail().orElse(null)),
                answer.attemptId()
            });
        }
        sql.batch(
                "UPDATE attempt SET state = CASE WHEN state IN ('SUBMITTING', 'UNCLEAR') THEN ? ELSE state END,"
                        + " answered_at = ?, provider_message_id = ?, segments = ?, code = ?, detail = ? WHERE id = ?",
                rows);
    }

    private void writeMessages(Sql sql, List<Answer> all, Instant now, List<Event> events) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var answer : all) {
            var verdict = answer.verdict();
            rows.add(new @Nullable Object[] {
                verdict.message(),
                now,
                verdict.tryAt(),
                verdict.code().orElse(null),
                History.shorten(verdict.detail().orElse(null)),
                answer.claim().id(),
                answer.claim().fence()
            });
        }
        var counts = sql.batch(
                "UPDATE message SET state = ?, state_at = ?, try_at = ?, reason_code = ?, reason = ?,"
                        + " claimed_until = NULL WHERE id = ? AND claim_fence = ?"
                        + " AND state IN ('SUBMITTING', 'UNCLEAR')",
                rows);
        var calls = new ArrayList<Call>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                describe(all.get(i), now, events, calls);
            }
        }
        parts().history().call(sql, calls);
    }

    private static void describe(Answer answer, Instant now, List<Event> events, List<Call> calls) {
        var verdict = answer.verdict();
        long message = answer.claim().id();
        var detail = verdict.detail().orElse(answer.gateway());
        events.add(new Event(message, verdict.attempt().ofMessage(), now, answer.attemptId(), detail));
        if (verdict.isRetry()) {
            events.add(new Event(message, MessageState.PLANNED, now, null, "tried again from " + verdict.tryAt()));
        }
        if (verdict.call()) {
            calls.add(new Call(message, verdict.code().orElse("REFUSED"), detail, now));
        }
    }
}
