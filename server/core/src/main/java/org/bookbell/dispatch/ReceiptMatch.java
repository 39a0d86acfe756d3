package org.bookbell.dispatch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bookbell.dispatch.History.Call;
import org.bookbell.dispatch.History.Event;
import org.bookbell.message.MessageState;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Applies a stored receipt to its attempt and message. States only move forward by rank, whatever the order in which
 * receipts come; proof of delivery counts for any attempt, anything else only for the latest.
 */
@Dependent
class ReceiptMatch {

    private final History history;

    @Inject
    ReceiptMatch(History history) {
        this.history = history;
    }

    /** A receipt as stored. */
    record Stored(long id, Receipt.State state, Optional<String> code) {}

    /** An attempt that receipts may be about. */
    record Target(long attemptId, long messageId, boolean latest) {

        static final String QUESTION = "SELECT a.id, a.message_id, a.attempt_no, m.attempts FROM attempt a"
                + " JOIN message m ON m.id = a.message_id WHERE a.gateway = ?";

        static Target read(Row row) throws SQLException {
            return new Target(
                    row.getLong("id"), row.getLong("message_id"), row.getInt("attempt_no") == row.getInt("attempts"));
        }
    }

    void apply(Sql sql, Stored receipt, Target target, Instant now) {
        sql.update(
                "UPDATE receipt SET attempt_id = ? WHERE id = ? AND attempt_id IS NULL",
                target.attemptId(),
                receipt.id());
        switch (receipt.state()) {
            case BUFFERED -> {
                // it is on its way: what ACCEPTED says already
            }
            case DELIVERED -> move(sql, receipt, target, AttemptState.DELIVERED, now);
            case UNDELIVERED -> move(sql, receipt, target, AttemptState.UNDELIVERED, now);
            case UNKNOWN -> move(sql, receipt, target, AttemptState.UNKNOWN, now);
        }
    }

    private void move(Sql sql, Stored receipt, Target target, AttemptState to, Instant now) {
        var before = to.before().stream().map(Enum::name).toList();
        sql.update(
                "UPDATE attempt SET state = ?, code = COALESCE(?, code) WHERE id = ? AND state IN "
                        + Sql.marks(before.size()),
                with(List.of(to, receipt.code(), target.attemptId()), before));
        if (to == AttemptState.DELIVERED || target.latest()) {
            moveMessage(sql, receipt, target, to.ofMessage(), now);
        }
    }

    private void moveMessage(Sql sql, Stored receipt, Target target, MessageState to, Instant now) {
        var before = Arrays.stream(MessageState.values())
                .filter(state -> state.mayBecome(to))
                .map(Enum::name)
                .toList();
        var tryAt = to == MessageState.UNKNOWN ? "useful_until" : "?";
        var reason = reason(receipt, to);
        var parameters = to == MessageState.UNKNOWN
                ? with(List.of(to, now, receipt.code(), Optional.of(reason), target.messageId()), before)
                : with(
                        List.of(to, now, RetryRule.NEVER, receipt.code(), Optional.of(reason), target.messageId()),
                        before);
        int moved = sql.update(
                "UPDATE message SET state = ?, state_at = ?, try_at = " + tryAt
                        + ", reason_code = ?, reason = ?, claimed_until = NULL WHERE id = ? AND state IN "
                        + Sql.marks(before.size()),
                parameters);
        if (moved == 1) {
            history.add(sql, List.of(new Event(target.messageId(), to, now, target.attemptId(), reason)));
            if (to == MessageState.UNDELIVERED) {
                history.call(sql, List.of(new Call(target.messageId(), "UNDELIVERED", reason, now)));
            }
        }
    }

    private static String reason(Stored receipt, MessageState to) {
        var words = switch (to) {
            case DELIVERED -> "delivered";
            case UNDELIVERED -> "the network could not deliver it";
            default -> "the provider will never know";
        };
        return words + receipt.code().map(code -> " (" + code + ")").orElse("");
    }

    private static @Nullable Object[] with(List<?> first, List<String> rest) {
        var all = new @Nullable Object[first.size() + rest.size()];
        for (int i = 0; i < first.size(); i++) {
            all[i] = first.get(i) instanceof Optional<?> optional ? optional.orElse(null) : first.get(i);
        }
        for (int i = 0; i < rest.size(); i++) {
            all[first.size() + i] = rest.get(i);
        }
        return all;
    }
}
