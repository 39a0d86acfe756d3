package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.History.Call;
import org.bookbell.dispatch.History.Event;
import org.bookbell.message.MessageState;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Moves messages on whose time has come without anybody speaking: claims that expired, answers and receipts that never
 * came, and what is still unknown when it would have to be known.
 */
@Dependent
public class Overdue {

    private static final int AT_ONCE = 500;

    private final JobsDatabase database;
    private final History history;
    private final LeaseTime lease;
    private final RetryRule retries;
    private final Clock clock;
    private final boolean callUnknown;

    @Inject
    Overdue(
            JobsDatabase database,
            History history,
            LeaseTime lease,
            RetryRule retries,
            Clock clock,
            @ConfigProperty(name = "bookbell.call-list.unknown", defaultValue = "true") boolean callUnknown) {
        this.database = database;
        this.history = history;
        this.lease = lease;
        this.retries = retries;
        this.clock = clock;
        this.callUnknown = callUnknown;
    }

    private record Late(long id, MessageState state, Instant stateAt, Instant usefulUntil, int unclearAttempts) {

        static final String COLUMNS = "id, state, state_at, useful_until,"
                + " (SELECT COUNT(*) FROM attempt a WHERE a.message_id = message.id AND a.state = 'UNCLEAR') AS unclear";

        static Late read(Row row) throws SQLException {
            return new Late(
                    row.getLong("id"),
                    MessageState.valueOf(row.getText("state")),
                    row.getInstant("state_at"),
                    row.getInstant("useful_until"),
                    row.getInt("unclear"));
        }
    }

    /** What becomes of one late message. */
    private record Step(Late late, MessageState to, Instant tryAt, String detail, Optional<String> callFor) {}

    /** Moves on all that is late, and answers how many messages that were. */
    public int settle() {
        int settled = 0;
        int moved;
        do {
            moved = settleSome(expired("CLAIMED"), false) + settleSome(expired("SUBMITTING"), true);
            for (var state : List.of("UNCLEAR", "ACCEPTED", "UNKNOWN")) {
                moved += settleSome("state = '" + state + "' AND try_at <= ?", false);
            }
            settled += moved;
        } while (moved >= AT_ONCE);
        return settled;
    }

    private String expired(String state) {
        return "state = '" + state + "' AND claimed_until <= " + lease.now();
    }

    private int settleSome(String condition, boolean neverAnswered) {
        var now = clock.instant();
        var question = "SELECT " + Late.COLUMNS + " FROM message WHERE " + condition + " LIMIT " + AT_ONCE;
        return database.inTransaction(sql -> {
            var late = condition.contains("?") ? sql.list(question, Late::read, now) : sql.list(question, Late::read);
            if (late.isEmpty()) {
                return 0;
            }
            var steps = late.stream().map(each -> next(each, now)).toList();
            return write(sql, condition, steps, now, neverAnswered);
        });
    }

    private Step next(Late late, Instant now) {
        boolean useful = now.isBefore(late.usefulUntil());
        return switch (late.state()) {
            case CLAIMED -> new Step(late, MessageState.PLANNED, now, "the claim expired", Optional.empty());
            case SUBMITTING ->
                new Step(
                        late,
                        MessageState.UNCLEAR,
                        retries.afterUnclear(now, late.usefulUntil(), late.unclearAttempts() + 1, false),
                        "the sender died before the gateway's answer",
                        Optional.empty());
            case UNCLEAR ->
                useful
                        ? new Step(late, MessageState.PLANNED, now, "no receipt came; sent again", Optional.empty())
                        : new Step(
                                late,
                                MessageState.UNKNOWN,
                                RetryRule.NEVER,
                                "nobody knows whether the gateway took it",
                                Optional.of("UNCLEAR"));
            case ACCEPTED ->
                new Step(
                        late,
                        MessageState.UNKNOWN,
                        useful ? late.usefulUntil() : RetryRule.NEVER,
                        "accepted, but no receipt came",
                        callFor(useful));
            case UNKNOWN ->
                new Step(late, MessageState.UNKNOWN, RetryRule.NEVER, "accepted, but no receipt came", callFor(false));
            default -> throw new IllegalStateException("message in state " + late.state() + " cannot be late");
        };
    }

    private Optional<String> callFor(boolean useful) {
        return callUnknown && !useful ? Optional.of("UNKNOWN") : Optional.empty();
    }

    private int write(Sql sql, String condition, List<Step> steps, Instant now, boolean neverAnswered) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var step : steps) {
            rows.add(new @Nullable Object[] {
                step.to(),
                now,
                step.tryAt(),
                step.detail(),
                step.late().id(),
                step.late().state(),
                step.late().stateAt()
            });
        }
        var stillLate = condition.contains("?") ? "" : " AND claimed_until <= " + lease.now();
        var counts = sql.batch(
                "UPDATE message SET state = ?, state_at = ?, try_at = ?, reason = ?, claimed_until = NULL"
                        + " WHERE id = ? AND state = ? AND state_at = ?" + stillLate,
                rows);
        var moved = new ArrayList<Step>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                moved.add(steps.get(i));
            }
        }
        if (neverAnswered) {
            endAttempts(sql, moved, now);
        }
        history.add(
                sql,
                moved.stream()
                        .filter(step -> step.to() != step.late().state())
                        .map(step -> new Event(step.late().id(), step.to(), now, null, step.detail()))
                        .toList());
        history.call(
                sql,
                moved.stream()
                        .flatMap(step ->
                                step
                                        .callFor()
                                        .map(code -> new Call(step.late().id(), code, step.detail(), now))
                                        .stream())
                        .toList());
        return moved.size();
    }

    private static void endAttempts(Sql sql, List<Step> steps, Instant now) {
        sql.batch(
                "UPDATE attempt SET state = 'UNCLEAR', answered_at = ? WHERE message_id = ? AND state = 'SUBMITTING'",
                steps.stream()
                        .map(step -> new @Nullable Object[] {now, step.late().id()})
                        .toList());
    }
}
