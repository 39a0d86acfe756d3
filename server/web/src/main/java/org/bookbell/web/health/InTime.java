package org.bookbell.web.health;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers a check within a second whatever it waits for, since who asks has little patience: what is not known by then is
 * down. One that still waits is not begun again; whoever asks meanwhile waits for the same answer. Before the start nothing is
 * begun: the server's threads would belong to whoever asks for health, and end with that.
 */
final class InTime<T> {

    /** There are two such checks, and a monitor gives up after some seconds. */
    private static final Duration LIMIT = Duration.ofMillis(900);

    private final BooleanSupplier started;
    private final ExecutorService threads;
    private final Callable<T> question;
    private final Function<String, T> down;
    private @Nullable Future<T> running;

    /**
     * A question for a check.
     *
     * @param down what to answer for the reason why nothing else is known
     */
    InTime(BooleanSupplier started, ExecutorService threads, Callable<T> question, Function<String, T> down) {
        this.started = started;
        this.threads = threads;
        this.question = question;
        this.down = down;
    }

    T answer() {
        if (!started.getAsBoolean()) {
            return down.apply("the server is starting");
        }
        try {
            return begun().get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return down.apply("no answer within " + LIMIT.toMillis() + " ms");
        } catch (ExecutionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            return down.apply(cause.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return down.apply("interrupted");
        }
    }

    private synchronized Future<T> begun() {
        if (running == null || running.isDone()) {
            running = threads.submit(question);
        }
        return running;
    }
}
