package org.bookbell.dispatch.billing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bookbell.credit.bill.Bill;
import org.bookbell.credit.bill.Bills;
import org.bookbell.credit.bill.SentSms;
import org.bookbell.credit.bill.Settlement;
import org.bookbell.credit.window.NoChargeWindow;
import org.bookbell.credit.window.WindowRows;
import org.bookbell.message.MessageState;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Settles messages, some in one transaction. Their bills are locked before anything else is read, so that whoever comes
 * second finds nothing left to do, and what was claimed again meanwhile is left alone.
 */
@Dependent
public class Settled {

    private final JobsDatabase database;
    private final Clock clock;
    private final int estimatedSegments;

    @Inject
    public Settled(
            JobsDatabase database,
            Clock clock,
            @ConfigProperty(name = "bookbell.credit.estimatedSegments", defaultValue = "2") int estimatedSegments) {
        this.database = database;
        this.clock = clock;
        this.estimatedSegments = estimatedSegments;
    }

    /** A message that has reached an end, its bill, and the attempt it must be paid for. */
    private record Ended(long id, MessageState state, Bill bill, Optional<SentSms> payable) {}

    /** Settles those of {@code messages} that still have to be. */
    void settle(Collection<Long> messages) {
        database.inTransaction(sql -> {
            var bills = Bills.lock(sql, messages);
            var ended = ended(sql, bills);
            var sent = ended.stream().flatMap(each -> each.payable().stream()).toList();
            var free = Bills.refundedAmong(
                    sql, sent.stream().map(SentSms::attemptId).toList());
            var windows = windows(sql, sent);
            Bills.settle(
                    sql,
                    ended.stream()
                            .map(each -> Settlement.of(each.bill(), each.payable(), free, windows))
                            .toList(),
                    clock.instant());
            return mark(sql, ended);
        });
    }

    private List<Ended> ended(Sql sql, Map<Long, Bill> bills) {
        if (bills.isEmpty()) {
            return List.of();
        }
        var states = new HashMap<Long, MessageState>();
        sql.list(
                        "SELECT id, state FROM message WHERE unsettled = 1 AND id IN " + Sql.marks(bills.size())
                                + " ORDER BY id",
                        row -> Map.entry(row.getLong("id"), MessageState.valueOf(row.getText("state"))),
                        bills.keySet().toArray())
                .forEach(each -> states.put(each.getKey(), each.getValue()));
        var attempts = attempts(sql, states.keySet());
        var ended = new ArrayList<Ended>();
        states.forEach((id, state) -> Optional.ofNullable(bills.get(id)).ifPresent(bill -> {
            var own = attempts.getOrDefault(id, List.of());
            var payable = Payable.of(state, own, bill.chargedAttempt()).map(SentAttempt::priced);
            ended.add(new Ended(id, state, bill, payable));
        }));
        return ended;
    }

    private Map<Long, List<SentAttempt>> attempts(Sql sql, Collection<Long> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        return sql
                .list(
                        "SELECT " + SentAttempt.COLUMNS + " FROM attempt WHERE message_id IN "
                                + Sql.marks(messages.size()),
                        row -> SentAttempt.read(row, estimatedSegments),
                        messages.toArray())
                .stream()
                .collect(Collectors.groupingBy(SentAttempt::messageId));
    }

    private static List<NoChargeWindow> windows(Sql sql, List<SentSms> sent) {
        var times = sent.stream().map(SentSms::submittedAt).sorted().toList();
        return times.isEmpty() ? List.of() : WindowRows.listBetween(sql, times.get(0), times.get(times.size() - 1));
    }

    /** What moved on since it was read has another state than the one noted here, and comes again. */
    private static int mark(Sql sql, List<Ended> ended) {
        return sql.batch(
                        "UPDATE message SET billed_state = ? WHERE id = ?",
                        ended.stream()
                                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                                .map(each -> new @Nullable Object[] {each.state(), each.id()})
                                .toList())
                .length;
    }
}
