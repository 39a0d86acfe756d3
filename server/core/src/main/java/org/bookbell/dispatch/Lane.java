package org.bookbell.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits for one gateway, and the threads that work it off. Two threads at a time begin some errands together each,
 * which is one commit, so that one writes while the other commits; all of them run what was begun. A lane that moves
 * makes whoever fills it wait for room; one that does not move refuses, so that a slow gateway holds up its own lane
 * only.
 */
final class Lane<E> {

    private static final int ROOM = 100;
    private static final int WORKERS = GatewayCalls.PLACES;
    private static final int BEGINNERS = 2;
    /** With the gateway, next in line for it, or being written down: what a crash leaves in doubt. */
    static final int UNDER_WAY = 4 * WORKERS;
    /** The same where nothing is left in doubt, since the gateway knows what it is asked for again. */
    static final int REPEATABLE_UNDER_WAY = 2 * UNDER_WAY;
    /** At most so many are begun by one commit: the others are submitted and written down meanwhile. */
    private static final int TOGETHER = UNDER_WAY / 2;
    /** Where so many wait for a quick gateway, fewer are not begun: each time costs a commit. */
    static final int FEWEST = UNDER_WAY / 4;

    /** What a quick gateway answers within. */
    private static final long QUICK_NANOS = 250_000_000;

    private static final long LONGEST_WAIT_MILLIS = 1_000;

    private final Executor threads;
    private final Crew<E> crew;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition changed = lock.newCondition();
    private final Queue<E> waiting = new ArrayDeque<>();
    private final Queue<Task> begun = new ArrayDeque<>();
    private int workers;
    private int underWay;
    private int beginners;
    private boolean stalled;
    private boolean isQuick;

    /** How errands are begun. */
    interface Crew<E> {

        /** Begins errands together, and answers what is left to do; does not throw. */
        List<Task> begin(List<E> errands);

        /** Whether an errand may be run twice and is done once; asked under the lane's lock, so at once. */
        default boolean isRepeatable(E errand) {
            return false;
        }
    }

    /** What is left to do of an errand. */
    interface Task {

        /**
         * Does it; does not throw.
         *
         * @param ended is run once, on any thread, when nothing is left to do
         */
        void run(Runnable ended);
    }

    Lane(Executor threads, Crew<E> crew) {
        this.threads = threads;
        this.crew = crew;
    }

    /** Takes an errand; false if the lane does not move. */
    boolean offer(E errand) {
        lock.lock();
        try {
            if (!hasRoom()) {
                return false;
            }
            waiting.add(errand);
            if (workers < WORKERS) {
                threads.execute(this::work);
                workers++;
            }
            return true;
        } catch (RejectedExecutionException stopping) {
            waiting.remove(errand);
            throw stopping;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom() {
        try {
            while (waiting.size() >= ROOM && !stalled) {
                stalled = !moved.await(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            }
            return waiting.size() < ROOM;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work() {
        for (var next = take(); next.isPresent(); next = take()) {
            var begun = System.nanoTime();
            next.get().run(this::end);
            note(System.nanoTime() - begun <= QUICK_NANOS);
        }
    }

    private void note(boolean wasQuick) {
        lock.lock();
        try {
            isQuick = wasQuick;
        } finally {
            lock.unlock();
        }
    }

    /** A stop finishes what is under way within seconds, so that nothing is next in line for a slow gateway. */
    private int mostUnderWay() {
        if (!isQuick) {
            return WORKERS;
        }
        return waiting.isEmpty() || !crew.isRepeatable(waiting.element()) ? UNDER_WAY : REPEATABLE_UNDER_WAY;
    }

    private int fewest() {
        return isQuick ? FEWEST : 1;
    }

    /** What to run next, once there is something; empty if this thread is not needed any more. */
    private Optional<Task> take() {
        lock.lock();
        try {
            while (true) {
                // before what is begun is run, so that the gateway does not wait for a commit
                if (mayBegin()) {
                    begin();
                } else if (!begun.isEmpty()) {
                    return Optional.of(begun.remove());
                } else if (waiting.isEmpty() && beginners == 0) {
                    workers--;
                    return Optional.empty();
                } else {
                    changed.awaitUninterruptibly();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean mayBegin() {
        return beginners < BEGINNERS
                && !waiting.isEmpty()
                && underWay + Math.min(fewest(), waiting.size()) <= mostUnderWay();
    }

    private void begin() {
        var errands = new ArrayList<E>();
        while (!waiting.isEmpty() && errands.size() < TOGETHER && underWay < mostUnderWay()) {
            errands.add(waiting.remove());
            underWay++;
        }
        stalled = false;
        moved.signalAll();
        beginners++;
        List<Task> tasks = List.of();
        lock.unlock();
        try {
            tasks = crew.begin(errands);
        } finally {
            lock.lock();
            beginners--;
            underWay -= errands.size() - tasks.size();
            begun.addAll(tasks);
            changed.signalAll();
        }
    }

    private void end() {
        lock.lock();
        try {
            underWay--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
