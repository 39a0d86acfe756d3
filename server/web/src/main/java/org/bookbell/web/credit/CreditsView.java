package org.bookbell.web.credit;

import java.util.Map;
import java.util.Optional;
import org.bookbell.credit.Account;
import org.bookbell.credit.AtZero;
import org.bookbell.credit.EntryKind;

/** An account as the API shows it; every amount is in milli-credits. */
record CreditsView(
        String unit, long balance, long reserved, ThisMonth thisMonth, AtZero atZero, Optional<Long> lowBelow) {

    /** What was moved this month: what was put in, and what messages cost after refunds. */
    record ThisMonth(String month, long added, long spent) {}

    static CreditsView of(Account account, Month month, Map<EntryKind, Long> totals) {
        return new CreditsView(
                "milliCredits",
                account.balance(),
                account.reserved(),
                new ThisMonth(
                        month.month().toString(),
                        total(totals, EntryKind.PURCHASE) + total(totals, EntryKind.GRANT),
                        -total(totals, EntryKind.CHARGE) - total(totals, EntryKind.REFUND)),
                account.atZero(),
                account.lowBelow());
    }

    private static long total(Map<EntryKind, Long> totals, EntryKind kind) {
        return totals.getOrDefault(kind, 0L);
    }
}
