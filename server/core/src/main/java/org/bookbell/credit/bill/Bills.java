package org.bookbell.credit.bill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bookbell.credit.EntryKind;
import org.bookbell.credit.Journal;
import org.bookbell.credit.NewEntry;
import org.bookbell.credit.window.NoChargeWindow;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/** The bills of messages. Whoever changes some locks them first, in the order of their ids. */
public final class Bills {

    private Bills() {}

    /** Locks the bills there are, by message. */
    public static Map<Long, Bill> lock(Sql sql, Collection<Long> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        var ordered = new TreeSet<>(messages);
        var bills = new HashMap<Long, Bill>();
        sql.list(
                        "SELECT " + Bill.COLUMNS + " FROM credit_bill WHERE message_id IN " + Sql.marks(ordered.size())
                                + " ORDER BY message_id FOR UPDATE",
                        Bill::read,
                        ordered.toArray())
                .forEach(bill -> bills.put(bill.messageId(), bill));
        return bills;
    }

    /** The messages charged for an attempt inside a window that was opened later, some at a time. */
    public static List<Long> listCharged(Sql sql, NoChargeWindow window, int limit) {
        var conditions = new ArrayList<Object>(List.of(window.startsAt()));
        var question = new StringBuilder("SELECT message_id FROM credit_bill WHERE submitted_at >= ?");
        window.endsAt().ifPresent(end -> {
            question.append(" AND submitted_at < ?");
            conditions.add(end);
        });
        window.gateway().ifPresent(gateway -> {
            question.append(" AND gateway = ?");
            conditions.add(gateway);
        });
        if (window.organizationId() != 0) {
            question.append(" AND organization_id = ?");
            conditions.add(window.organizationId());
        }
        return sql.list(
                question + " ORDER BY submitted_at LIMIT " + limit,
                row -> row.getLong("message_id"),
                conditions.toArray());
    }

    /** Of these attempts those that were refunded, and so never cost anything again. */
    public static Set<Long> refundedAmong(Sql sql, Collection<Long> attempts) {
        if (attempts.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.list(
                "SELECT attempt_id FROM credit_entry WHERE kind = 'REFUND' AND attempt_id IN "
                        + Sql.marks(attempts.size()),
                row -> row.getLong("attempt_id"),
                attempts.toArray()));
    }

    /**
     * Sets aside what messages are estimated to cost: with one statement for each organization, all of its own or none.
     *
     * @param orders of messages that are not covered, with their bills as locked
     * @return the organizations that cannot pay for theirs
     */
    public static Set<Long> reserve(Sql sql, List<Order> orders, Instant now) {
        var poor = Journal.appendIfPaid(
                sql,
                orders.stream()
                        .map(order -> NewEntry.ofReservation(
                                order.organizationId(),
                                EntryKind.RESERVE,
                                -order.amount(),
                                order.messageId(),
                                order.bill().reservations() + 1))
                        .toList(),
                now);
        var paid = orders.stream()
                .filter(order -> !poor.contains(order.organizationId()))
                .collect(Collectors.partitioningBy(order -> order.bill().reservations() == 0));
        insert(sql, paid.getOrDefault(true, List.of()));
        update(
                sql,
                paid.getOrDefault(false, List.of()).stream()
                        .map(order -> order.bill().reserving(order.amount()))
                        .toList());
        return poor;
    }

    /** Writes settlements of bills that are locked. */
    public static void settle(Sql sql, List<Settlement> settlements, Instant now) {
        var changes = settlements.stream().filter(each -> !each.isEmpty()).toList();
        update(sql, changes.stream().map(Settlement::bill).toList());
        Journal.append(
                sql, changes.stream().flatMap(each -> each.entries().stream()).toList(), now);
    }

    /** Refunds what of these messages is charged inside a window; answers how many that were. */
    public static int refund(Sql sql, Collection<Long> messages, NoChargeWindow window, Instant now) {
        var refunds = lock(sql, messages).values().stream()
                .filter(bill -> bill.charge()
                        .filter(charge -> window.covers(bill.organizationId(), charge.gateway(), charge.submittedAt()))
                        .isPresent())
                .map(bill -> Settlement.refund(bill, window.id()))
                .toList();
        settle(sql, refunds, now);
        return refunds.size();
    }

    private static void insert(Sql sql, List<Order> orders) {
        sql.insertAll(
                "INSERT INTO credit_bill (message_id, organization_id, price, reserved, reservations, charged)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                orders.stream()
                        .map(order -> new @Nullable Object[] {
                            order.messageId(),
                            order.organizationId(),
                            order.bill().price(),
                            order.amount(),
                            1,
                            0
                        })
                        .toList());
    }

    private static void update(Sql sql, List<Bill> bills) {
        sql.batch(
                "UPDATE credit_bill SET reserved = ?, reservations = ?, charged = ?, attempt_id = ?, gateway = ?,"
                        + " submitted_at = ? WHERE message_id = ?",
                bills.stream().map(Bills::row).toList());
    }

    private static @Nullable Object[] row(Bill bill) {
        var charge = bill.charge();
        return new @Nullable Object[] {
            bill.reserved(),
            bill.reservations(),
            charge.map(Charge::amount).orElse(0L),
            charge.map(Charge::attemptId).orElse(null),
            charge.map(Charge::gateway).orElse(null),
            charge.map(Charge::submittedAt).orElse(null),
            bill.messageId()
        };
    }
}
