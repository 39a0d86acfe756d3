package org.bookbell.dispatch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one gateway, and the threads that work it off. A lane that moves makes whoever fills it wait for room;
 * one that does not move refuses, so that a slow gateway holds up its own lane only.
 */
final class Lane {

    private static final int ROOM = 100;
    private static final int WORKERS = GatewayCalls.PLACES;
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    private final Executor threads;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int workers;
    private boolean stalled;

    Lane(Executor threads) {
        this.threads = threads;
    }

    /** Takes an errand, which must not throw; false if the lane does not move. */
    boolean offer(Runnable errand) {
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
        boolean ended = false;
        try {
            for (var next = take(); next != null; next = take()) {
                next.run();
            }
            ended = true;
        } finally {
            if (!ended) {
                loseWorker();
            }
        }
    }

    private void loseWorker() {
        lock.lock();
        try {
            workers--;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Runnable take() {
        lock.lock();
        try {
            var next = waiting.poll();
            if (next == null) {
                workers--;
            }
            stalled = false;
            moved.signalAll();
            return next;
        } finally {
            lock.unlock();
        }
    }
}
