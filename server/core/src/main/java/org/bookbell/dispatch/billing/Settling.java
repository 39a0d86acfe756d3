package org.bookbell.dispatch.billing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bookbell.credit.LowBalances;
import org.bookbell.credit.bill.Bills;
import org.bookbell.credit.window.NoChargeWindow;
import org.bookbell.credit.window.WindowRows;
import org.bookbell.dispatch.job.Chore;
import org.bookbell.storage.Ids;
import org.bookbell.storage.JobsDatabase;

/**
 * Comes by each few seconds: settles messages that have reached an end, refunds what was charged inside windows that
 * were opened since, and tells of balances that became low. What is left after about a second waits for the next time.
 */
@Dependent
public class Settling implements Chore {

    private static final Logger LOG = System.getLogger(Settling.class.getName());
    private static final int AT_ONCE = 200;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final JobsDatabase database;
    private final Settled settled;
    private final LowBalances lowBalances;
    private final Clock clock;

    @Inject
    public Settling(JobsDatabase database, Settled settled, LowBalances lowBalances, Clock clock) {
        this.database = database;
        this.settled = settled;
        this.lowBalances = lowBalances;
        this.clock = clock;
    }

    /** Does what there is to do for about a second; never throws. */
    @Override
    public void run() {
        var end = System.nanoTime() + LONGEST.toNanos();
        BooleanSupplier hasTime = () -> System.nanoTime() < end;
        attempt("settle messages", () -> settle(hasTime));
        attempt("refund what no-charge windows cover", () -> refund(hasTime));
        attempt("tell of low balances", this::tell);
    }

    private void settle(BooleanSupplier hasTime) {
        var page = listUnsettled(0);
        while (!page.isEmpty()) {
            settleTogetherOrAlone(page);
            page = hasTime.getAsBoolean() ? listUnsettled(page.get(page.size() - 1)) : List.of();
        }
    }

    private List<Long> listUnsettled(long after) {
        return database.withoutTransaction(sql -> sql.list(
                "SELECT id FROM message WHERE unsettled = 1 AND id > ? ORDER BY id LIMIT " + AT_ONCE,
                row -> row.getLong("id"),
                after));
    }

    /** One that cannot be settled keeps nobody else from it. */
    private void settleTogetherOrAlone(List<Long> messages) {
        try {
            settled.settle(messages);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Messages cannot be settled together; each is tried alone.", failure);
            messages.forEach(id -> attempt("settle message " + Ids.text(id), () -> settled.settle(List.of(id))));
        }
    }

    private void refund(BooleanSupplier hasTime) {
        for (var window : database.withoutTransaction(WindowRows::listUnswept)) {
            if (hasTime.getAsBoolean()) {
                refund(window, hasTime);
            }
        }
    }

    private void refund(NoChargeWindow window, BooleanSupplier hasTime) {
        var now = clock.instant();
        int refunded;
        do {
            refunded = database.inTransaction(
                    sql -> Bills.refund(sql, Bills.listCharged(sql, window, AT_ONCE), window, now));
        } while (refunded > 0 && hasTime.getAsBoolean());
        if (refunded == 0) {
            database.inTransaction(sql -> {
                WindowRows.sweep(sql, window, now);
                return true;
            });
        }
    }

    private void tell() {
        database.withoutTransaction(LowBalances::listUntold)
                .forEach(organization ->
                        attempt("tell the owners of a low balance", () -> lowBalances.tell(organization)));
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "Billing could not " + what + "; it is tried again in 5 s.", failure);
        }
    }
}
