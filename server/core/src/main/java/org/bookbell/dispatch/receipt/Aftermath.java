package org.bookbell.dispatch.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.dispatch.attempt.Gathered;
import org.bookbell.dispatch.job.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Applies what {@link Receipts} stored, on the node that holds the lease: at once where it was stored there, else within
 * the second by the next sweep, which also finds what a killed process left. One thread at a time; what comes meanwhile
 * gathers and is its next batch.
 */
@ApplicationScoped
public class Aftermath {

    private static final Logger LOG = System.getLogger(Aftermath.class.getName());

    private static final Duration MOMENT = Duration.ofMillis(100);

    private final @Nullable Parts parts;
    private final @Nullable Gathered<Boolean> calls;
    private volatile boolean failing;

    private record Parts(ReceiptBatch receipts, Iterable<? extends AfterReceipts> after, BooleanSupplier duty) {}

    /** For the container's proxy. */
    protected Aftermath() {
        this.parts = null;
        this.calls = null;
    }

    @Inject
    Aftermath(
            ReceiptBatch receipts,
            Instance<AfterReceipts> after,
            Lease lease,
            @DispatchThreads ExecutorService threads) {
        this(receipts, after, lease::isHeld, threads);
    }

    Aftermath(ReceiptBatch receipts, Iterable<? extends AfterReceipts> after, BooleanSupplier duty, Executor threads) {
        this.parts = new Parts(receipts, after, duty);
        this.calls = new Gathered<>(MOMENT, Integer.MAX_VALUE, threads, all -> work());
    }

    /** Applies what waits, soon and on another thread, if that is this node's to do. */
    public void wake() {
        if (calls == null || !parts().duty().getAsBoolean()) {
            return;
        }
        try {
            calls.add(List.of(true));
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "the server stops; the next start applies these receipts", stopping);
        }
    }

    private void work() {
        try {
            applyAll();
            failing = false;
        } catch (RuntimeException | Error failure) {
            // the next sweep tries again
            if (!failing) {
                LOG.log(Level.ERROR, "Receipts and replies cannot be applied; it is tried again each second.", failure);
            }
            failing = true;
        }
    }

    /**
     * Applies all that waits, on the caller's thread. What comes meanwhile gathers: a small batch costs little less than a
     * large one.
     */
    void applyAll() {
        var with = parts();
        boolean mayMoreWait;
        do {
            mayMoreWait = with.receipts().applySome() == ReceiptBatch.AT_ONCE;
            for (var next : with.after()) {
                mayMoreWait |= next.doSome() > 0;
            }
        } while (mayMoreWait);
    }

    private Parts parts() {
        if (parts == null) {
            throw new IllegalStateException("made without its parts");
        }
        return parts;
    }
}
