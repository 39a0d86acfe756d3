package org.bookbell.dispatch.receipt;

import java.util.List;
import org.bookbell.dispatch.attempt.ReceiptMatch;
import org.bookbell.dispatch.figures.Figures;
import org.bookbell.spi.gateway.Receipt;
import org.bookbell.storage.TestDatabase;

/** The intake of receipts on a test's database; nothing is applied until the test says so. */
public final class ReceiptHouse {

    private final Aftermath aftermath;
    private final Receipts receipts;

    public ReceiptHouse(TestDatabase database, ReceiptMatch match) {
        this(database, match, new Figures(figure -> {}));
    }

    public ReceiptHouse(TestDatabase database, ReceiptMatch match, Figures figures) {
        var batch = new ReceiptBatch(database.jobsDatabase(), match, database.clock(), figures);
        aftermath = new Aftermath(batch, List.of(), () -> false, Runnable::run);
        receipts = new Receipts(database.jobsDatabase(), aftermath, database.ids(), database.clock(), figures);
    }

    public Receipts receipts() {
        return receipts;
    }

    /** Stores a receipt. */
    public void store(String gateway, Receipt receipt) {
        store(gateway, List.of(receipt));
    }

    /** Stores receipts that came together. */
    public void store(String gateway, List<Receipt> together) {
        receipts.receive(gateway, together, List.of());
    }

    /** Applies all that was stored. */
    public void apply() {
        aftermath.applyAll();
    }
}
