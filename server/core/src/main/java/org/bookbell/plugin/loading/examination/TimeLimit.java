package org.bookbell.plugin.loading.examination;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a plugin's code for a limited time, on a thread of its own with the plugin's class loader. A call that ignores
 * its interruption keeps that thread, which is a daemon, but not the caller. For rare calls only.
 */
public final class TimeLimit {

    private final Duration limit;

    public TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /**
     * What {@code call} answers.
     *
     * @param plugin whose class loader the call sees
     * @throws TimeoutException if the call took longer
     * @throws ExecutionException with what the call threw, errors included
     */
    public <T> T call(ClassLoader plugin, String what, Callable<T> call)
            throws TimeoutException, ExecutionException, InterruptedException {
        var task = new FutureTask<>(call);
        var thread = new Thread(task, "plugin " + what);
        thread.setDaemon(true);
        thread.setContextClassLoader(plugin);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            task.cancel(true);
        }
    }

    public Duration limit() {
        return limit;
    }
}
