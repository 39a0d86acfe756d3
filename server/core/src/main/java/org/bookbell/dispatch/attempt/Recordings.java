package org.bookbell.dispatch.attempt;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bookbell.dispatch.claim.AttemptState;
import org.bookbell.dispatch.claim.Claim;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.claim.History.Call;
import org.bookbell.dispatch.claim.History.Event;
import org.bookbell.message.MessageState;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what gateways answered, answers that are alike by one statement. What came after its claim expired still
 * counts; what a receipt has said meanwhile stays.
 */
@Dependent
public class Recordings {

    private final History history;

    @Inject
    public Recordings(History history) {
        this.history = history;
    }

    /**
     * What a gateway answered to an attempt, and what follows.
     *
     * @param counted the segments of the text as we count them, for gateways that do not tell
     */
    public record Answer(
            Claim claim,
            long attemptId,
            String gateway,
            SubmitResult result,
            Verdict verdict,
            Optional<Integer> counted) {

        Optional<String> providerMessageId() {
            return result instanceof Accepted accepted ? accepted.providerMessageId() : Optional.empty();
        }

        Optional<Integer> segments() {
            return (result instanceof Accepted accepted ? accepted.segments() : Optional.<Integer>empty())
                    .or(() -> counted);
        }

        private AttemptsAlike attemptsAlike() {
            return new AttemptsAlike(verdict.attempt(), segments(), verdict.code(), verdict.detail());
        }

        private MessagesAlike messagesAlike() {
            return new MessagesAlike(
                    verdict.message(), seconds(verdict), verdict.code(), verdict.detail(), claim.fence());
        }

        /** A receipt is waited for a moment longer, so that more answers are alike. */
        private static Instant seconds(Verdict verdict) {
            var at = verdict.tryAt();
            var second = at.truncatedTo(ChronoUnit.SECONDS);
            return verdict.message() != MessageState.ACCEPTED || second.equals(at) ? at : second.plusSeconds(1);
        }
    }

    private record AttemptsAlike(
            AttemptState state, Optional<Integer> segments, Optional<String> code, Optional<String> detail) {}

    private record MessagesAlike(
            MessageState state, Instant tryAt, Optional<String> code, Optional<String> detail, long fence) {}

    /** Writes {@code all} down, and what happened with it into the histories. */
    void write(Sql sql, List<Answer> all, Instant now) {
        var events = new ArrayList<Event>();
        var calls = new ArrayList<Call>();
        groups(all, Answer::attemptsAlike).forEach((alike, some) -> writeAttempts(sql, alike, some, now));
        groups(all, Answer::messagesAlike).forEach((alike, some) -> {
            var changed = writeMessages(sql, alike, some, now);
            some.stream()
                    .filter(answer -> changed.contains(answer.claim().id()))
                    .forEach(answer -> describe(answer, now, events, calls));
        });
        history.call(sql, calls);
        history.add(sql, events);
    }

    private static <K> Map<K, List<Answer>> groups(List<Answer> all, Function<Answer, K> key) {
        return all.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static void writeAttempts(Sql sql, AttemptsAlike alike, List<Answer> some, Instant now) {
        var answers = Sql.padded(some);
        var parameters = new ArrayList<@Nullable Object>();
        Collections.addAll(parameters, alike.state(), now);
        for (var answer : answers) {
            Collections.addAll(
                    parameters, answer.attemptId(), answer.providerMessageId().orElse(null));
        }
        Collections.addAll(
                parameters,
                alike.segments().orElse(null),
                alike.code().orElse(null),
                History.shorten(alike.detail().orElse(null)));
        answers.forEach(answer -> parameters.add(answer.attemptId()));
        sql.update(
                "UPDATE attempt SET state = CASE WHEN state IN ('SUBMITTING', 'UNCLEAR') THEN ? ELSE state END,"
                        + " answered_at = ?, provider_message_id = CASE" + " WHEN id = ? THEN ?".repeat(answers.size())
                        + " ELSE provider_message_id END, segments = ?, code = ?, detail = ? WHERE id IN "
                        + Sql.marks(answers.size()),
                parameters.toArray());
    }

    /** Answers which messages were moved. */
    private static Set<Long> writeMessages(Sql sql, MessagesAlike alike, List<Answer> some, Instant now) {
        var ids = some.stream().map(answer -> answer.claim().id()).toList();
        var padded = Sql.padded(ids);
        var parameters = new ArrayList<@Nullable Object>();
        Collections.addAll(
                parameters,
                alike.state(),
                now,
                alike.tryAt(),
                alike.code().orElse(null),
                History.shorten(alike.detail().orElse(null)));
        parameters.addAll(padded);
        parameters.add(alike.fence());
        // the state as an expression: these rows are found by their ids, whatever an index of states promises
        int count = sql.update(
                "UPDATE message SET state = ?, state_at = ?, try_at = ?, reason_code = ?, reason = ?,"
                        + " claimed_until = NULL WHERE id IN " + Sql.marks(padded.size()) + " AND claim_fence = ?"
                        + " AND CASE WHEN state IN ('SUBMITTING', 'UNCLEAR') THEN 1 ELSE 0 END = 1",
                parameters.toArray());
        return count == ids.size() ? Set.copyOf(ids) : moved(sql, alike, padded, now);
    }

    /** Of some that were written together those that were not moved before: this moment is theirs alone. */
    private static Set<Long> moved(Sql sql, MessagesAlike alike, List<Long> ids, Instant now) {
        var parameters = new ArrayList<Object>(ids);
        Collections.addAll(parameters, alike.fence(), alike.state(), now);
        return Set.copyOf(sql.list(
                "SELECT id FROM message WHERE id IN " + Sql.marks(ids.size())
                        + " AND claim_fence = ? AND state = ? AND state_at = ?",
                row -> row.getLong("id"),
                parameters.toArray()));
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
