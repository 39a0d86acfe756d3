package org.bookbell.dispatch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bookbell.dispatch.claim.Claim;

/** Counts the claims this process works on, by fence. */
final class InFlight {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fewer = lock.newCondition();
    private final Map<Long, Integer> byFence = new HashMap<>();
    private int count;
    private boolean refusing;

    void add(Collection<Claim> claims) {
        lock.lock();
        try {
            for (var claim : claims) {
                byFence.merge(claim.fence(), 1, Integer::sum);
                count++;
            }
        } finally {
            lock.unlock();
        }
    }

    void remove(Collection<Claim> claims) {
        lock.lock();
        try {
            for (var claim : claims) {
                byFence.computeIfPresent(claim.fence(), (fence, left) -> left == 1 ? null : left - 1);
                count--;
            }
            fewer.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Set<Long> fences() {
        lock.lock();
        try {
            return Set.copyOf(byFence.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there are fewer than {@code room}; false if no more are taken. */
    boolean awaitRoom(int room) {
        lock.lock();
        try {
            while (count >= room && !refusing) {
                fewer.await();
            }
            return !refusing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is none, at most so long; answers whether there is none. */
    boolean awaitIdle(Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (count > 0 && left > 0) {
                left = fewer.awaitNanos(left);
            }
            return count == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    boolean isRefusing() {
        lock.lock();
        try {
            return refusing;
        } finally {
            lock.unlock();
        }
    }

    void refuse() {
        lock.lock();
        try {
            refusing = true;
            fewer.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
