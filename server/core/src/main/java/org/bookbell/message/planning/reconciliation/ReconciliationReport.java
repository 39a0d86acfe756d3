package org.bookbell.message.planning.reconciliation;

import org.bookbell.message.planning.row.Correction;

/**
 * What a reconciliation repaired.
 *
 * @param last the appointment with which it ended; go on after it
 * @param isEnd whether no appointment follows
 * @param added rows that were missing
 * @param changed rows that were to be sent at another time, or not at all
 * @param refreshed rows that told former facts
 * @param cancelled rows that nothing asks for
 */
public record ReconciliationReport(long last, boolean isEnd, int added, int changed, int refreshed, int cancelled) {

    static ReconciliationReport upTo(long last, boolean isEnd) {
        return new ReconciliationReport(last, isEnd, 0, 0, 0, 0);
    }

    /** How many rows were wrong. */
    public int repairs() {
        return added + changed + refreshed + cancelled;
    }

    ReconciliationReport plus(Correction correction) {
        return new ReconciliationReport(
                last,
                isEnd,
                added + correction.missing().size(),
                changed + correction.repaired(),
                refreshed + correction.stale().size(),
                cancelled + correction.surplus().size());
    }

    ReconciliationReport cancelled(int more) {
        return new ReconciliationReport(last, isEnd, added, changed, refreshed, cancelled + more);
    }
}
