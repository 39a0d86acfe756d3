package org.bookbell.message.planning.reconciliation;

import java.util.List;

/**
 * The hourly reconciliation found rows that were not as they should be, and repaired them: fired once a run by the node
 * that did, outside any transaction.
 */
public record LedgerRepaired(List<Repaired> ledgers) {

    public LedgerRepaired {
        ledgers = List.copyOf(ledgers);
    }

    /**
     * What was wrong in the ledger of one organization.
     *
     * @param added rows that were missing
     * @param changed rows that were to be sent at another time, or not at all
     * @param refreshed rows that told former facts
     * @param cancelled rows that nothing asks for
     */
    public record Repaired(long organizationId, int added, int changed, int refreshed, int cancelled) {

        static Repaired nothing(long organizationId) {
            return new Repaired(organizationId, 0, 0, 0, 0);
        }

        Repaired plus(ReconciliationReport page) {
            return new Repaired(
                    organizationId,
                    added + page.added(),
                    changed + page.changed(),
                    refreshed + page.refreshed(),
                    cancelled + page.cancelled());
        }

        /** How many rows were wrong. */
        public int rows() {
            return added + changed + refreshed + cancelled;
        }
    }

    /** How many rows were wrong in all ledgers together. */
    public int rows() {
        return ledgers.stream().mapToInt(Repaired::rows).sum();
    }
}
