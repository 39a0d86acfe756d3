package org.bookbell.dispatch.guard;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.bookbell.dispatch.claim.History;
import org.bookbell.dispatch.claim.History.Event;
import org.bookbell.dispatch.guard.Tally.Held;
import org.bookbell.message.MessageState;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** Writes what becomes of claims that do not go on, in the transaction that claimed them. */
@Dependent
public class Stopped {

    /** The reason code of a message that waits for its minute. */
    public static final String THROTTLED = "THROTTLED";

    private static final String WAITING = "more messages than the organization may send a minute; this one waits";

    private final History history;

    @Inject
    public Stopped(History history) {
        this.history = history;
    }

    /** Holds messages until an operator decides or they stop being useful. */
    void hold(Sql sql, Map<Guarded, Held> held, Instant now) {
        sql.batch(
                "UPDATE message SET state = 'HELD', state_at = ?, try_at = useful_until, reason_code = ?, reason = ?,"
                        + " claimed_until = NULL, guard_fence = NULL WHERE id = ? AND state = 'CLAIMED'",
                held.entrySet().stream()
                        .map(each -> new @Nullable Object[] {
                            now,
                            each.getValue().guard(),
                            each.getValue().reason(),
                            each.getKey().messageId()
                        })
                        .toList());
        history.add(
                sql,
                held.entrySet().stream()
                        .map(each -> new Event(
                                each.getKey().messageId(),
                                MessageState.HELD,
                                now,
                                null,
                                each.getValue().reason()))
                        .toList());
        note(sql, held);
    }

    /** So that the operators are told. The organizations' counters are locked, so that there is no race for a row. */
    private static void note(Sql sql, Map<Guarded, Held> held) {
        var counts = new TreeMap<Long, Map<Guard, Long>>();
        held.forEach((message, why) -> counts.computeIfAbsent(message.organizationId(), id -> new TreeMap<>())
                .merge(why.guard(), 1L, Long::sum));
        var news = new ArrayList<@Nullable Object[]>();
        counts.forEach((organization, guards) ->
                guards.forEach((guard, count) -> news.add(new @Nullable Object[] {count, organization, guard})));
        for (var each : news) {
            if (sql.update("UPDATE guard_news SET untold = untold + ? WHERE organization_id = ? AND guard = ?", each)
                    == 0) {
                sql.update("INSERT INTO guard_news (untold, organization_id, guard) VALUES (?, ?, ?)", each);
            }
        }
    }

    /** Plans messages for the minutes in which they have a place. */
    void putOff(Sql sql, Map<Guarded, Instant> later, Instant now) {
        sql.batch(
                "UPDATE message SET state = 'PLANNED', state_at = ?, try_at = ?, reason_code = ?, reason = ?,"
                        + " claimed_until = NULL WHERE id = ? AND state = 'CLAIMED'",
                later.entrySet().stream()
                        .map(each -> new @Nullable Object[] {
                            now,
                            each.getValue(),
                            THROTTLED,
                            WAITING,
                            each.getKey().messageId()
                        })
                        .toList());
        history.add(
                sql,
                later.entrySet().stream()
                        .map(each -> new Event(
                                each.getKey().messageId(),
                                MessageState.PLANNED,
                                now,
                                null,
                                WAITING + " until " + each.getValue()))
                        .toList());
    }
}
