package org.bookbell.credit;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.bookbell.storage.Sql;
import org.bookbell.storage.transaction.UseCase;

/** Tells of balances that fell below their limit, each fall once: the telling and its note are one transaction. */
@UseCase
public class LowBalances {

    private static final int AT_ONCE = 50;

    private final Sql sql;
    private final Event<BalanceLow> low;

    @Inject
    public LowBalances(Sql sql, Event<BalanceLow> low) {
        this.sql = sql;
        this.low = low;
    }

    /** Organizations whose fall nobody was told of yet. */
    public static List<Long> listUntold(Sql sql) {
        return sql.list(
                "SELECT organization_id FROM credit_account WHERE crossed_at IS NOT NULL ORDER BY crossed_at LIMIT "
                        + AT_ONCE,
                row -> row.getLong("organization_id"));
    }

    /** Fires {@link BalanceLow} for an organization, unless somebody else was faster or its balance rose again. */
    public void tell(long organizationId) {
        var account = sql.find(
                "SELECT " + Account.COLUMNS + " FROM credit_account WHERE organization_id = ?",
                Account::read,
                organizationId);
        var untold = sql.update(
                "UPDATE credit_account SET crossed_at = NULL WHERE organization_id = ? AND crossed_at IS NOT NULL",
                organizationId);
        if (untold == 1) {
            account.flatMap(each -> each.lowBelow().map(limit -> new BalanceLow(organizationId, each.balance(), limit)))
                    .ifPresent(low::fire);
        }
    }
}
