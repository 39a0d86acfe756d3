package org.bookbell.credit;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bookbell.audit.Actor;
import org.bookbell.audit.Audit;
import org.bookbell.organization.Organizations;
import org.bookbell.problem.Faults;
import org.bookbell.problem.ProblemException;
import org.bookbell.problem.ProblemType;
import org.bookbell.storage.Row;
import org.bookbell.storage.Sql;
import org.bookbell.storage.SqlException;
import org.bookbell.storage.transaction.UseCase;
import org.jspecify.annotations.Nullable;

/** What people do with accounts: the operator puts credit in, owners decide what happens without any. */
@UseCase
public class Credits {

    private static final int LONGEST_REFERENCE = 100;
    private static final Row.Reader<Account> ACCOUNT = Account::read;

    private final Sql sql;
    private final Organizations organizations;
    private final Clock clock;
    private final Audit audit;

    @Inject
    public Credits(Sql sql, Organizations organizations, Clock clock, Audit audit) {
        this.sql = sql;
        this.organizations = organizations;
        this.clock = clock;
        this.audit = audit;
    }

    /** The account as it stands. */
    public Account get(long organizationId) {
        return find(organizationId).orElse(Account.NONE);
    }

    /**
     * Puts credit into an account.
     *
     * @param kind {@link EntryKind#PURCHASE} or {@link EntryKind#GRANT}; only a grant may be negative
     * @param reference an invoice's number or the like; the same one is refused a second time
     * @return the entry's number
     */
    public CreditEntry add(Actor actor, long organizationId, EntryKind kind, long amount, @Nullable String reference) {
        check(kind, amount, reference);
        open(organizations.get(organizationId).id());
        write(NewEntry.byOperator(organizationId, kind, amount, reference));
        var entry = sql.find(
                        "SELECT " + CreditEntry.COLUMNS + " FROM credit_entry WHERE organization_id = ?"
                                + " ORDER BY entry_no DESC LIMIT 1",
                        CreditEntry::read,
                        organizationId)
                .orElseThrow();
        audit.record(actor, organizationId, "credit.added", "creditEntry", entry.number(), kind + " " + amount);
        return entry;
    }

    /** Decides what happens without credit, and below which balance the owners are told. */
    public Account configure(Actor actor, long organizationId, AtZero atZero, Optional<Long> lowBelow) {
        var faults = new Faults();
        faults.check(lowBelow.orElse(0L) >= 0, "/lowBelow", "The limit must not be negative.");
        faults.throwIfAny();
        open(organizations.get(organizationId).id());
        sql.update(
                "UPDATE credit_account SET at_zero = ?, low_below = ? WHERE organization_id = ?",
                atZero,
                lowBelow.orElse(null),
                organizationId);
        sql.update(
                "UPDATE credit_account SET crossed_at = NULL, is_low = FALSE WHERE organization_id = ?"
                        + " AND (low_below IS NULL OR balance >= low_below)",
                organizationId);
        audit.record(actor, organizationId, "credit.configured", "creditAccount", organizationId, atZero.name());
        return get(organizationId);
    }

    private Optional<Account> find(long organizationId) {
        return sql.find(
                "SELECT " + Account.COLUMNS + " FROM credit_account WHERE organization_id = ?",
                ACCOUNT,
                organizationId);
    }

    /** Makes the account unless it is there; of two at once the later finds it. */
    private void open(long organizationId) {
        if (find(organizationId).isPresent()) {
            return;
        }
        try {
            sql.update(
                    "INSERT INTO credit_account (organization_id, balance, reserved, entries, at_zero, is_low)"
                            + " VALUES (?, 0, 0, 0, ?, FALSE)",
                    organizationId,
                    Account.NONE.atZero());
        } catch (SqlException failure) {
            if (!SqlException.isDuplicate(failure)) {
                throw failure;
            }
        }
    }

    private void write(NewEntry entry) {
        try {
            Journal.append(sql, List.of(entry), clock.instant());
        } catch (SqlException failure) {
            if (SqlException.isDuplicate(failure)) {
                throw new ProblemException(
                        ProblemType.ALREADY_EXISTS,
                        "This organization has an entry with that reference already; nothing was added.");
            }
            throw failure;
        }
    }

    private static void check(EntryKind kind, long amount, @Nullable String reference) {
        var faults = new Faults();
        faults.check(
                kind == EntryKind.PURCHASE || kind == EntryKind.GRANT,
                "/kind",
                "Only PURCHASE and GRANT are made by hand.");
        faults.check(
                amount > 0 || (amount < 0 && kind == EntryKind.GRANT),
                "/milliCredits",
                "The amount must be greater than 0; only a GRANT may take back what was given by mistake.");
        faults.check(
                reference == null || (!reference.isBlank() && reference.length() <= LONGEST_REFERENCE),
                "/reference",
                "The reference must have 1 to " + LONGEST_REFERENCE + " characters.");
        faults.throwIfAny();
    }
}
