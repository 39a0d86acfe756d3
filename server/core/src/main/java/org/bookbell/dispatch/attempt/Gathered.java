package org.bookbell.dispatch.attempt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Work that nobody waits for. What comes within a moment is done together, by one thread at a time: much of it costs little
 * more than one piece.
 */
public final class Gathered<Q> {

    private final Duration moment;
    private final int most;
    private final Executor threads;
    private final Consumer<List<Q>> work;
    private final Queue<Q> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isWorking = new AtomicBoolean();

    /**
     * Nothing to do at first.
     *
     * @param most how many pieces at once
     * @param threads which work; the caller's own if they run what they are given at once
     * @param work does some pieces; does not throw
     */
    public Gathered(Duration moment, int most, Executor threads, Consumer<List<Q>> work) {
        this.moment = moment;
        this.most = most;
        this.threads = threads;
        this.work = work;
    }

    /**
     * Has some pieces done soon.
     *
     * @throws java.util.concurrent.RejectedExecutionException if there is no thread; they are done with the next
     */
    public void add(Collection<Q> pieces) {
        waiting.addAll(pieces);
        if (!begins()) {
            return;
        }
        try {
            threads.execute(this::workOff);
        } catch (RuntimeException | Error noThread) {
            isWorking.set(false);
            throw noThread;
        }
    }

    private boolean begins() {
        return !waiting.isEmpty() && isWorking.compareAndSet(false, true);
    }

    private void workOff() {
        do {
            try {
                gather();
                work.accept(take());
            } finally {
                isWorking.set(false);
            }
        } while (begins());
    }

    /** A thread that is interrupted stays so, and gathers no longer. */
    private void gather() {
        try {
            TimeUnit.NANOSECONDS.sleep(moment.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Q> take() {
        var pieces = new ArrayList<Q>();
        while (pieces.size() < most && !waiting.isEmpty()) {
            pieces.add(waiting.remove());
        }
        return pieces;
    }
}
