package org.bookbell.smpp.receipt;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What is to be done after a while, on one thread. What fails is done again; what is left when the account is closed is
 * done then.
 */
public final class Later implements AutoCloseable {

    private static final int MOST = 5_000;
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Set<Task> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread;

    /** @param name of the thread */
    public Later(String name) {
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            var made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Something to do, once. */
    private final class Task implements Runnable {

        private final Runnable what;

        Task(Runnable what) {
            this.what = what;
        }

        @Override
        public void run() {
            if (!waiting.remove(this)) {
                return;
            }
            try {
                what.run();
            } catch (RuntimeException failure) {
                var unused = in(AGAIN, what);
            }
        }
    }

    /** Does {@code what} after {@code pause}; false where there is too much to do already, or nobody to do it. */
    public boolean in(Duration pause, Runnable what) {
        if (waiting.size() >= MOST) {
            return false;
        }
        var task = new Task(what);
        waiting.add(task);
        try {
            var unused = thread.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException closed) {
            return !waiting.remove(task);
        }
    }

    /** Does what is left, in the calling thread. */
    @Override
    public void close() {
        thread.shutdownNow();
        for (var left : Set.copyOf(waiting)) {
            left.run();
        }
    }
}
