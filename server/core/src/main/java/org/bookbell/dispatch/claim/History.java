package org.bookbell.dispatch.claim;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.message.MessageState;
import org.bookbell.message.ledger.CallList;
import org.bookbell.message.ledger.NewCall;
import org.bookbell.storage.Ids;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** Writes what happened to messages: their history, and the call list where a person must act. */
@Dependent
public class History {

    private static final int LONGEST_DETAIL = 300;

    private final Ids ids;

    @Inject
    public History(Ids ids) {
        this.ids = ids;
    }

    /**
     * One line of a message's history.
     *
     * @param detail without personal data
     */
    public record Event(
            long messageId,
            MessageState state,
            Instant at,
            @Nullable Long attemptId,
            @Nullable String detail) {}

    /** A client who must be told by a person. */
    public record Call(long messageId, String code, String reason, Instant at) {}

    public void add(Sql sql, List<Event> events) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (var event : events) {
            rows.add(new @Nullable Object[] {
                ids.next(), event.messageId(), event.state(), event.at(), event.attemptId(), shorten(event.detail())
            });
        }
        sql.insertAll(
                "INSERT INTO message_event (id, message_id, state, happened_at, attempt_id, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Puts clients, and staff who were not told, on the call list, each message once; see {@code CallList.put}. */
    public void call(Sql sql, List<Call> calls) {
        CallList.put(
                sql,
                calls.stream()
                        .map(call ->
                                new NewCall(ids.next(), call.messageId(), call.code(), cut(call.reason()), call.at()))
                        .toList());
    }

    public static @Nullable String shorten(@Nullable String detail) {
        return detail == null ? null : cut(detail);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
    }
}
