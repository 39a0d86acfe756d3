package org.bookbell.credit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of accounts and entries. An account is moved by one statement for all its entries of a transaction;
 * its row is locked from then on, so that the entries get the numbers and balances that follow.
 */
public final class Journal {

    private static final String MOVE = "UPDATE credit_account SET balance = balance + ?, reserved = reserved + ?,"
            + " entries = entries + ? WHERE organization_id = ?";
    private static final String INSERT = "INSERT INTO credit_entry (organization_id, entry_no, kind, amount, balance,"
            + " message_id, reservation, attempt_id, segments, window_id, reference, created_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private Journal() {}

    private record Moved(long organizationId, long balance, long entries, boolean isLow, Optional<Long> lowBelow) {

        static Moved read(Row row) throws SQLException {
            return new Moved(
                    row.getLong("organization_id"),
                    row.getLong("balance"),
                    row.getLong("entries"),
                    row.isTrue("is_low"),
                    row.findLong("low_below"));
        }

        boolean shouldBeLow() {
            return lowBelow.filter(limit -> balance < limit).isPresent();
        }
    }

    /** Appends entries whatever the balance becomes; each organization must have an account. */
    public static void append(Sql sql, List<NewEntry> entries, Instant now) {
        var without = append(sql, entries, now, MOVE, false);
        if (!without.isEmpty()) {
            throw new IllegalStateException("credit of " + without.size() + " organizations has no account");
        }
    }

    /**
     * Appends the entries of each organization that can pay for all of its own.
     *
     * @return the organizations that cannot; nothing was written for them
     */
    public static Set<Long> appendIfPaid(Sql sql, List<NewEntry> entries, Instant now) {
        return append(sql, entries, now, MOVE + " AND balance + ? >= 0", true);
    }

    private static Set<Long> append(Sql sql, List<NewEntry> entries, Instant now, String move, boolean ifPaid) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        // in the order of ids, so that two transactions never wait for each other
        var byOrganization = new TreeMap<Long, List<NewEntry>>(
                entries.stream().collect(Collectors.groupingBy(NewEntry::organizationId)));
        var rows = new ArrayList<@Nullable Object[]>();
        byOrganization.forEach((organization, own) -> rows.add(move(organization, own, ifPaid)));
        var counts = sql.batch(move, rows);
        var refused = new HashSet<Long>();
        var index = 0;
        for (var organization : byOrganization.keySet()) {
            if (counts[index++] != 1) {
                refused.add(organization);
            }
        }
        byOrganization.keySet().removeAll(refused);
        write(sql, byOrganization, now);
        return refused;
    }

    private static @Nullable Object[] move(long organization, List<NewEntry> own, boolean ifPaid) {
        long sum = own.stream().mapToLong(NewEntry::amount).sum();
        long reserved = own.stream().mapToLong(NewEntry::reserved).sum();
        return ifPaid
                ? new @Nullable Object[] {sum, reserved, own.size(), organization, sum}
                : new @Nullable Object[] {sum, reserved, own.size(), organization};
    }

    private static void write(Sql sql, Map<Long, List<NewEntry>> byOrganization, Instant now) {
        var moved = read(sql, byOrganization.keySet());
        var rows = new ArrayList<@Nullable Object[]>();
        byOrganization.forEach((organization, own) -> {
            var account = moved.get(organization);
            if (account == null) {
                throw new IllegalStateException("account of organization " + organization + " is gone");
            }
            rows.addAll(rows(account, own, now));
        });
        sql.insertAll(INSERT, rows);
        mark(sql, moved.values(), now);
    }

    private static Map<Long, Moved> read(Sql sql, Collection<Long> organizations) {
        var moved = new HashMap<Long, Moved>();
        if (!organizations.isEmpty()) {
            sql.list(
                            "SELECT organization_id, balance, entries, is_low, low_below FROM credit_account"
                                    + " WHERE organization_id IN " + Sql.marks(organizations.size()),
                            Moved::read,
                            organizations.toArray())
                    .forEach(each -> moved.put(each.organizationId(), each));
        }
        return moved;
    }

    /** The account stands behind its last entry already. */
    private static List<@Nullable Object[]> rows(Moved account, List<NewEntry> own, Instant now) {
        var rows = new ArrayList<@Nullable Object[]>();
        var number = account.entries() - own.size();
        var balance =
                account.balance() - own.stream().mapToLong(NewEntry::amount).sum();
        for (var entry : own) {
            balance += entry.amount();
            rows.add(new @Nullable Object[] {
                entry.organizationId(),
                ++number,
                entry.kind(),
                entry.amount(),
                balance,
                entry.messageId(),
                entry.reservation(),
                entry.attemptId(),
                entry.segments(),
                entry.windowId(),
                entry.reference(),
                now
            });
        }
        return rows;
    }

    /** Notes accounts that fell below their limit, or rose above it again. */
    private static void mark(Sql sql, Collection<Moved> accounts, Instant now) {
        sql.batch(
                "UPDATE credit_account SET is_low = ?, crossed_at = ? WHERE organization_id = ?",
                accounts.stream()
                        .filter(each -> each.shouldBeLow() != each.isLow())
                        .map(each -> new @Nullable Object[] {
                            each.shouldBeLow(), each.shouldBeLow() ? now : null, each.organizationId()
                        })
                        .toList());
    }
}
