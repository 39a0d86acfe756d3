package org.bookbell.credit;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** The entries of accounts, read page by page. */
@UseCase
public class CreditEntries {

    /** The most entries of one page. */
    public static final int MOST = 1000;

    private static final Row.Reader<CreditEntry> ENTRY = CreditEntry::read;

    private final Sql sql;

    @Inject
    public CreditEntries(Sql sql) {
        this.sql = sql;
    }

    /** The newest entries before the one with this number, or before none; the newest first. */
    public List<CreditEntry> listBefore(long organizationId, Optional<Long> number, int limit) {
        return sql.list(
                "SELECT " + CreditEntry.COLUMNS + " FROM credit_entry WHERE organization_id = ? AND entry_no < ?"
                        + " ORDER BY entry_no DESC LIMIT " + Math.min(limit, MOST),
                ENTRY,
                organizationId,
                number.orElse(Long.MAX_VALUE));
    }

    /** The entries after the one with this number, up to {@code last}, the oldest first. */
    public List<CreditEntry> listAfter(long organizationId, long number, long last) {
        return sql.list(
                "SELECT " + CreditEntry.COLUMNS + " FROM credit_entry WHERE organization_id = ? AND entry_no > ?"
                        + " AND entry_no <= ? ORDER BY entry_no LIMIT " + MOST,
                ENTRY,
                organizationId,
                number,
                last);
    }

    /** Which entries a time has: from the first written at or after its start to the last before its end. */
    public Span span(long organizationId, Instant from, Instant until) {
        var before = lastBefore(organizationId, from);
        var last = Math.max(before, lastBefore(organizationId, until));
        return new Span(before, last, balanceAfter(organizationId, before), balanceAfter(organizationId, last));
    }

    /** What was moved in a time, by kind. */
    public Map<EntryKind, Long> totals(long organizationId, Instant from, Instant until) {
        var totals = new EnumMap<EntryKind, Long>(EntryKind.class);
        sql.list(
                        "SELECT kind, SUM(amount) AS total FROM credit_entry WHERE organization_id = ?"
                                + " AND created_at >= ? AND created_at < ? GROUP BY kind",
                        row -> Map.entry(EntryKind.valueOf(row.getText("kind")), row.getLong("total")),
                        organizationId,
                        from,
                        until)
                .forEach(each -> totals.put(each.getKey(), each.getValue()));
        return totals;
    }

    private long lastBefore(long organizationId, Instant time) {
        return sql.find(
                        "SELECT entry_no FROM credit_entry WHERE organization_id = ? AND created_at < ?"
                                + " ORDER BY created_at DESC, entry_no DESC LIMIT 1",
                        row -> row.getLong("entry_no"),
                        organizationId,
                        time)
                .orElse(0L);
    }

    private long balanceAfter(long organizationId, long number) {
        return sql.count(
                "SELECT balance FROM credit_entry WHERE organization_id = ? AND entry_no = ?", organizationId, number);
    }

    /**
     * Entries in a row.
     *
     * @param before the number of the entry before the first, 0 for the very first
     * @param last the number of the last; {@code before} if there is none
     * @param opening the balance before the first
     * @param closing the balance after the last
     */
    public record Span(long before, long last, long opening, long closing) {}
}
