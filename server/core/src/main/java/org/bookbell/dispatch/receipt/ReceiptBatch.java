package org.bookbell.dispatch.receipt;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bookbell.dispatch.attempt.ReceiptMatch;
import org.bookbell.dispatch.attempt.ReceiptMatch.Found;
import org.bookbell.dispatch.figures.Figures;
import org.bookbell.dispatch.figures.ReceiptsMoved;
import org.bookbell.dispatch.figures.ReceiptsMoved.Step;
import org.bookbell.storage.Conflicts;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;
import org.bookbell.storage.Sql;

/**
 * Applies what was stored, some hundred receipts by one transaction. One whose attempt is not known yet is done with too:
 * the answer that names it will find it. To apply one twice changes nothing, so that what a dying process left is simply
 * applied again.
 */
@Dependent
class ReceiptBatch {

    private static final Logger LOG = System.getLogger(ReceiptBatch.class.getName());
    static final int AT_ONCE = 250;

    private final JobsDatabase database;
    private final ReceiptMatch match;
    private final Clock clock;
    private final Figures figures;

    @Inject
    ReceiptBatch(JobsDatabase database, ReceiptMatch match, Clock clock, Figures figures) {
        this.database = database;
        this.match = match;
        this.clock = clock;
        this.figures = figures;
    }

    /** Applies some of those that wait, the oldest first, and answers how many: {@link #AT_ONCE} if more may wait. */
    int applySome() {
        var waiting =
                database.withoutTransaction(sql -> sql.list(WaitingReceipt.OLDEST + AT_ONCE, WaitingReceipt::read));
        if (waiting.isEmpty()) {
            return 0;
        }
        try {
            apply(waiting);
        } catch (RuntimeException failure) {
            LOG.log(Level.DEBUG, "Receipts are applied one by one.", failure);
            waiting.forEach(this::applyAlone);
        }
        figures.tell(new ReceiptsMoved(Step.APPLIED, waiting.size()));
        return waiting.size();
    }

    private void applyAlone(WaitingReceipt receipt) {
        try {
            apply(List.of(receipt));
        } catch (RuntimeException failure) {
            if (Conflicts.isConflict(failure)) {
                throw failure;
            }
            giveUp(receipt, failure);
        }
    }

    private void apply(List<WaitingReceipt> receipts) {
        var now = clock.instant();
        database.inTransaction(sql -> {
            var targets = Targets.of(sql, receipts);
            var found = receipts.stream()
                    .flatMap(receipt ->
                            targets.find(receipt).stream().map(target -> new Found(receipt.stored(), target)))
                    .toList();
            match.applyAll(sql, found, now);
            return done(sql, receipts);
        });
    }

    private int done(Sql sql, List<WaitingReceipt> receipts) {
        var parameters = new ArrayList<Object>();
        parameters.add(clock.instant());
        receipts.forEach(receipt -> parameters.add(receipt.id()));
        return sql.update(
                "UPDATE receipt SET applied_at = ? WHERE id IN " + Sql.marks(receipts.size()), parameters.toArray());
    }

    /** So that one that cannot be applied does not hold up the others; it stays as evidence. Throws if the database is away. */
    private void giveUp(WaitingReceipt receipt, RuntimeException failure) {
        database.inTransaction(sql -> done(sql, List.of(receipt)));
        LOG.log(Level.ERROR, "Receipt " + Ids.text(receipt.id()) + " cannot be applied; it is kept only.", failure);
    }
}
