package org.bookbell.dispatch.guard.held;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.claim.History.Event;
import org.bookbell.dispatch.claim.RetryRule;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.NewCall;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** What becomes of held messages: released, dropped, or too late. One that somebody else moved is left alone. */
enum HeldFate {
    RELEASED(MessageState.PLANNED, "RELEASED"),
    DROPPED(MessageState.SKIPPED, "HELD_BACK"),
    EXPIRED(MessageState.TOO_LATE, "TOO_LATE");

    /** No batch of claims has it, so that the guards take the message for one that they let pass. */
    private static final long LET_PASS = -1;

    private final MessageState state;
    private final String code;

    HeldFate(MessageState state, String code) {
        this.state = state;
        this.code = code;
    }

    /** Moves them on, puts on the call list what is not sent, and answers what was moved. */
    List<HeldRow> befall(Sql sql, Ids ids, List<HeldRow> held, Instant now) {
        var counts = sql.batch(
                "UPDATE message SET state = ?, state_at = ?, try_at = ?, reason_code = ?, reason = ?, guard_fence = ?"
                        + " WHERE id = ? AND state = 'HELD'",
                held.stream()
                        .map(each -> new @Nullable Object[] {
                            state,
                            now,
                            this == RELEASED ? now : RetryRule.NEVER,
                            code,
                            words(each),
                            this == RELEASED ? LET_PASS : null,
                            each.id()
                        })
                        .toList());
        var moved = IntStream.range(0, counts.length)
                .filter(i -> counts[i] == 1)
                .mapToObj(held::get)
                .toList();
        new History(ids)
                .add(
                        sql,
                        moved.stream()
                                .map(each -> new Event(each.id(), state, now, null, words(each)))
                                .toList());
        if (this != RELEASED) {
            CallList.put(sql, calls(ids, moved, now).toList());
        }
        return moved;
    }

    private Stream<NewCall> calls(Ids ids, List<HeldRow> moved, Instant now) {
        return moved.stream().map(each -> new NewCall(ids.next(), each.id(), "HELD_BACK", words(each), now));
    }

    private String words(HeldRow row) {
        return switch (this) {
            case RELEASED -> "released by the operator";
            case DROPPED -> "held back and not released: " + row.reason();
            case EXPIRED -> "held back until it was too late: " + row.reason();
        };
    }
}
