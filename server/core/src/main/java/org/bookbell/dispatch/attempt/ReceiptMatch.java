package org.bookbell.dispatch.attempt;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bookbell.dispatch.claim.AttemptState;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.claim.History.Event;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.message.MessageState;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Applies a stored receipt to its attempt and message. States only move forward by rank, whatever the order in which
 * receipts come; proof of delivery counts for any attempt, anything else only for the latest.
 */
@Dependent
public class ReceiptMatch {

    /** How the history begins to tell of a message that is late, which was accepted before. */
    public static final String LATE = "not delivered yet";

    private static final int LONGEST_CODE = 40;

    private final History history;

    @Inject
    public ReceiptMatch(History history) {
        this.history = history;
    }

    /** A receipt as stored. */
    public record Stored(long id, Receipt.State state, Optional<String> code, Optional<RefusalReason> reason) {

        /** Reads the columns {@code id}, {@code state}, {@code code} and {@code reason}. */
        public static Stored read(Row row) throws SQLException {
            return new Stored(
                    row.getLong("id"),
                    Receipt.State.valueOf(row.getText("state")),
                    row.findText("code"),
                    row.findText("reason").map(RefusalReason::valueOf));
        }

        /** Says that the message is late for a reason. */
        boolean isDelay() {
            return state == Receipt.State.BUFFERED && reason.isPresent();
        }

        /** The provider's code, or else our word for it. */
        Optional<String> shown() {
            return code.or(() -> reason.map(Enum::name));
        }
    }

    /** An attempt that receipts may be about. */
    public record Target(long attemptId, long messageId, boolean latest) {

        public static final String QUESTION = "SELECT a.id, a.message_id, a.attempt_no, m.attempts FROM attempt a"
                + " JOIN message m ON m.id = a.message_id WHERE a.gateway = ?";

        public static Target read(Row row) throws SQLException {
            return new Target(
                    row.getLong("id"), row.getLong("message_id"), row.getInt("attempt_no") == row.getInt("attempts"));
        }
    }

    /** A receipt and the attempt that it is about. */
    public record Found(Stored receipt, Target target) {}

    /** Applies {@code receipt} to {@code target}; again changes nothing. */
    public void apply(Sql sql, Stored receipt, Target target, Instant now) {
        applyAll(sql, List.of(new Found(receipt, target)), now);
    }

    /** Applies many by a few statements: those of the lower rank first, so that the order in which they came does not count. */
    public void applyAll(Sql sql, List<Found> all, Instant now) {
        sql.batch(
                "UPDATE receipt SET attempt_id = ? WHERE id = ? AND attempt_id IS NULL",
                all.stream()
                        .map(each -> new @Nullable Object[] {
                            each.target().attemptId(), each.receipt().id()
                        })
                        .toList());
        // BUFFERED says that it is on its way, which ACCEPTED says already, unless something keeps it
        delay(sql, all.stream().filter(each -> each.receipt().isDelay()).toList(), now);
        move(sql, among(all, Receipt.State.UNKNOWN), AttemptState.UNKNOWN, now);
        move(sql, among(all, Receipt.State.UNDELIVERED), AttemptState.UNDELIVERED, now);
        move(sql, among(all, Receipt.State.DELIVERED), AttemptState.DELIVERED, now);
    }

    /** Lets {@code Overdue} decide until when a better word may come. */
    private void delay(Sql sql, List<Found> late, Instant now) {
        sql.batch(
                "UPDATE attempt SET code = ?, reason = ? WHERE id = ? AND state = 'ACCEPTED'",
                late.stream()
                        .map(each -> new @Nullable Object[] {
                            each.receipt().shown().orElse(null),
                            each.receipt().reason().orElse(null),
                            each.target().attemptId()
                        })
                        .toList());
        var latest = late.stream().filter(each -> each.target().latest()).toList();
        var counts = sql.batch(
                "UPDATE message SET try_at = ?, reason_code = ?, reason = ? WHERE id = ? AND state = 'ACCEPTED'",
                latest.stream()
                        .map(each -> new @Nullable Object[] {
                            now,
                            codeOf(each.receipt()),
                            late(each.receipt()),
                            each.target().messageId()
                        })
                        .toList());
        var events = new ArrayList<Event>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 1) {
                var target = latest.get(i).target();
                var words = late(latest.get(i).receipt());
                events.add(new Event(target.messageId(), MessageState.ACCEPTED, now, target.attemptId(), words));
            }
        }
        history.add(sql, events);
    }

    private static String late(Stored receipt) {
        return LATE + inBrackets(receipt);
    }

    private static List<Found> among(List<Found> all, Receipt.State state) {
        return all.stream().filter(each -> each.receipt().state() == state).toList();
    }

    /** What the attempts have in common that one statement moves. */
    private record AttemptsAlike(Optional<String> code, Optional<RefusalReason> reason) {}

    /** What the messages have in common that one statement moves. */
    private record MessagesAlike(Optional<String> code, String reason) {}

    /** Those that are alike by one statement: one for each row costs the database several times as much. */
    private void move(Sql sql, List<Found> some, AttemptState to, Instant now) {
        var before = to.before().stream().map(Enum::name).toList();
        some.stream()
                .collect(Collectors.groupingBy(
                        each -> new AttemptsAlike(
                                each.receipt().shown(), each.receipt().reason()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .forEach((alike, found) -> {
                    var ids = Sql.padded(found.stream()
                            .map(each -> each.target().attemptId())
                            .toList());
                    sql.update(
                            "UPDATE attempt SET state = ?, code = COALESCE(?, code), reason = ?, settled_at = ?"
                                    + " WHERE id IN " + Sql.marks(ids.size()) + " AND state IN "
                                    + Sql.marks(before.size()),
                            parameters(List.of(to, alike.code(), alike.reason(), now), ids, before));
                });
        var counting = new LinkedHashMap<Long, Found>();
        some.stream()
                .filter(each -> to == AttemptState.DELIVERED || each.target().latest())
                .forEach(each -> counting.putIfAbsent(each.target().messageId(), each));
        moveMessages(sql, counting.values(), to.ofMessage(), now);
    }

    private void moveMessages(Sql sql, Collection<Found> some, MessageState to, Instant now) {
        var events = new ArrayList<Event>();
        some.stream()
                .collect(Collectors.groupingBy(
                        each -> alike(each.receipt(), to), LinkedHashMap::new, Collectors.toList()))
                .forEach((alike, found) -> {
                    var moved = moveMessages(sql, alike, found, to, now);
                    found.stream()
                            .map(Found::target)
                            .filter(target -> moved.contains(target.messageId()))
                            .forEach(target -> events.add(
                                    new Event(target.messageId(), to, now, target.attemptId(), alike.reason())));
                });
        history.add(sql, events);
    }

    private static MessagesAlike alike(Stored receipt, MessageState to) {
        return new MessagesAlike(Optional.ofNullable(codeOf(receipt)), reason(receipt, to));
    }

    /** Answers which of some messages were moved. */
    private static Set<Long> moveMessages(
            Sql sql, MessagesAlike alike, List<Found> some, MessageState to, Instant now) {
        var movable = movable(sql, some, to);
        if (!movable.isEmpty()) {
            // what was not delivered is sent again or called after by Overdue, what nobody knows is decided in
            // "unknown"
            var again = to == MessageState.DELIVERED ? RetryRule.NEVER : now;
            var ids = Sql.padded(movable);
            sql.update(
                    "UPDATE message SET state = ?, state_at = ?, try_at = ?, reason_code = ?, reason = ?,"
                            + " claimed_until = NULL WHERE id IN " + Sql.marks(ids.size()),
                    parameters(List.of(to, now, again, alike.code(), alike.reason()), ids, List.of()));
        }
        return Set.copyOf(movable);
    }

    /** Locks those whose state may become another one. */
    private static List<Long> movable(Sql sql, List<Found> some, MessageState to) {
        var before = Arrays.stream(MessageState.values())
                .filter(state -> state.mayBecome(to))
                .map(Enum::name)
                .toList();
        var ids =
                Sql.padded(some.stream().map(each -> each.target().messageId()).toList());
        // the state as an expression: these rows are found by their ids, whatever an index of states promises
        return sql.list(
                "SELECT id FROM message WHERE id IN " + Sql.marks(ids.size()) + " AND CASE WHEN state IN "
                        + Sql.marks(before.size()) + " THEN 1 ELSE 0 END = 1 ORDER BY id FOR UPDATE",
                row -> row.getLong("id"),
                parameters(List.of(), ids, before));
    }

    private static String reason(Stored receipt, MessageState to) {
        var words = switch (to) {
            case DELIVERED -> "delivered";
            case UNDELIVERED -> "the network could not deliver it";
            default -> "the provider will never know";
        };
        return words + inBrackets(receipt);
    }

    private static String inBrackets(Stored receipt) {
        return receipt.code().map(code -> " (" + code + ")").orElse("");
    }

    /** For the message, whose column is shorter than the attempt's: our word where there is one, as after a refusal. */
    private static @Nullable String codeOf(Stored receipt) {
        return receipt.reason()
                .map(Enum::name)
                .or(receipt::code)
                .map(code -> code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE))
                .orElse(null);
    }

    private static @Nullable Object[] parameters(List<?> first, List<?> ids, List<?> states) {
        return Stream.of(first, ids, states)
                .flatMap(List::stream)
                .map(each -> each instanceof Optional<?> optional ? optional.orElse(null) : each)
                .toArray();
    }
}
