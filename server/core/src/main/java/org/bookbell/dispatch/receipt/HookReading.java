package org.bookbell.dispatch.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bookbell.dispatch.DispatchThreads;
import org.bookbell.spi.gateway.Gateway;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult;
import org.jspecify.annotations.Nullable;

/**
 * Lets gateways read calls so that none can hurt the server: each has 2 s, and sixteen places of its own. A gateway that
 * ignores its interruption keeps its place; one whose places are all kept reads nothing more.
 */
@ApplicationScoped
class HookReading {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int PLACES = 16;

    private final @Nullable ExecutorService threads;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();

    /** For the container's proxy. */
    protected HookReading() {
        this.threads = null;
    }

    @Inject
    HookReading(@DispatchThreads ExecutorService threads) {
        this.threads = threads;
    }

    /** What {@code gateway} makes of {@code request}, or empty if it could not tell in time. */
    Optional<HookResult> read(String name, Gateway gateway, HookRequest request) {
        if (threads == null) {
            throw new IllegalStateException("made without threads");
        }
        var free = places.computeIfAbsent(name, unused -> new Semaphore(PLACES));
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        var task = new FutureTask<>(() -> withItsClasses(gateway, () -> gateway.readHook(request)));
        try {
            threads.execute(() -> {
                task.run();
                free.release();
            });
        } catch (RejectedExecutionException noThread) {
            free.release();
            return Optional.empty();
        }
        return await(task);
    }

    private static Optional<HookResult> await(Future<HookResult> reading) {
        try {
            var result = reading.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
            return Optional.of(result == null ? HookResult.malformed("the plugin answered nothing") : result);
        } catch (TimeoutException tooLate) {
            reading.cancel(true);
            return Optional.empty();
        } catch (InterruptedException stopped) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException thrown) {
            return Optional.of(HookResult.malformed(whereItFailed(thrown)));
        }
    }

    private static HookResult withItsClasses(Gateway gateway, Callable<HookResult> reading) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(gateway.getClass().getClassLoader());
        try {
            return reading.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The kind of failure and its line; its message may quote what was sent. */
    private static String whereItFailed(ExecutionException thrown) {
        var cause = thrown.getCause() == null ? thrown : thrown.getCause();
        var trace = cause.getStackTrace();
        return "the plugin threw " + cause.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
