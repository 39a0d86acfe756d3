package org.bookbell.dispatch;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Calls gateways so that none can hurt the others: each has a time limit, sixteen places of its own, and a circuit
 * breaker that spares it for half a minute after five failures in a row. A call that ignores its interruption keeps its
 * place; a gateway whose places are all kept is asked nothing more.
 */
@ApplicationScoped
public class GatewayCalls {

    private static final Logger LOG = System.getLogger(GatewayCalls.class.getName());
    static final int PLACES = 16;
    private static final int FAILURES = 5;
    private static final int LONGEST_WAIT_MILLIS = 100;
    /** Failsafe loses a limit that ends before it has found a thread for the call; whoever waits gives up then. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration SPARED = Duration.ofSeconds(30);

    private final @Nullable ExecutorService threads;
    private final Duration timeLimit;
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    /** What stands between the server and one gateway. */
    private record Guard(
            CircuitBreaker<SubmitResult> breaker, Semaphore places, FailsafeExecutor<SubmitResult> executor) {}

    /** For the container's proxy. */
    protected GatewayCalls() {
        this.threads = null;
        this.timeLimit = Duration.ZERO;
    }

    @Inject
    GatewayCalls(
            @DispatchThreads ExecutorService threads,
            @ConfigProperty(name = "bookbell.gateway.timeout", defaultValue = "PT10S") Duration timeLimit) {
        this.threads = threads;
        this.timeLimit = timeLimit;
    }

    /** Whether {@code gateway} may be asked now. */
    boolean isReady(String gateway) {
        var guard = guard(gateway);
        boolean spared =
                guard.breaker().isOpen() && guard.breaker().getRemainingDelay().compareTo(Duration.ZERO) > 0;
        return !spared && guard.places().availablePermits() > 0;
    }

    /** What {@code call} answers; whatever it does, within the time limit and without an exception. */
    SubmitResult submit(String gateway, ClassLoader plugin, Callable<SubmitResult> call) {
        var guard = guard(gateway);
        var begun = System.nanoTime();
        try {
            var answer = guard.executor().getAsync(() -> inPlace(guard, plugin, call, begun));
            return await(guard, answer);
        } catch (ExecutionException e) {
            return failed(gateway, e.getCause() == null ? e : e.getCause());
        } catch (RejectedExecutionException e) {
            return new Refused(RefusalReason.UNAVAILABLE, "NO_THREAD", "the server has no thread left");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unclear("the server was stopped while it waited for the answer");
        }
    }

    private SubmitResult await(Guard guard, Future<SubmitResult> answer)
            throws ExecutionException, InterruptedException {
        try {
            var result = answer.get(timeLimit.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
            return result == null ? new Unclear("the plugin answered nothing") : result;
        } catch (TimeoutException e) {
            answer.cancel(true);
            guard.breaker().recordFailure();
            return new Unclear("no answer within the time limit");
        }
    }

    private SubmitResult inPlace(Guard guard, ClassLoader plugin, Callable<SubmitResult> call, long begun)
            throws Exception {
        if (System.nanoTime() - begun > timeLimit.toNanos()) {
            return new Refused(RefusalReason.UNAVAILABLE, "NO_THREAD", "the server had no thread in time");
        }
        if (!guard.places().tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
            return new Refused(RefusalReason.UNAVAILABLE, "BUSY", "all places of the gateway are taken");
        }
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin);
        try {
            return call.call();
        } finally {
            thread.setContextClassLoader(before);
            guard.places().release();
        }
    }

    private static SubmitResult failed(String gateway, Throwable cause) {
        if (cause instanceof CircuitBreakerOpenException) {
            return new Refused(RefusalReason.UNAVAILABLE, "SPARED", "the gateway failed five times in a row");
        }
        if (cause instanceof TimeoutExceededException) {
            return new Unclear("no answer within the time limit");
        }
        LOG.log(Level.WARNING, "Gateway " + gateway + " threw what it should have answered.", cause);
        return new Unclear("the plugin threw " + cause.getClass().getSimpleName());
    }

    private Guard guard(String gateway) {
        return guards.computeIfAbsent(gateway, this::newGuard);
    }

    private Guard newGuard(String gateway) {
        if (threads == null) {
            throw new IllegalStateException("made without threads");
        }
        var breaker = CircuitBreaker.<SubmitResult>builder()
                .handle(Throwable.class)
                .handleResultIf(GatewayCalls::isFailure)
                .withFailureThreshold(FAILURES)
                .withDelay(SPARED)
                .onOpen(event -> LOG.log(
                        Level.WARNING, "Gateway {0} failed {1} times in a row and is spared.", gateway, FAILURES))
                .onClose(event -> LOG.log(Level.INFO, "Gateway {0} works again.", gateway))
                .build();
        var timeout = Timeout.<SubmitResult>builder(timeLimit).withInterrupt().build();
        return new Guard(
                breaker, new Semaphore(PLACES), Failsafe.with(breaker, timeout).with(threads));
    }

    private static boolean isFailure(SubmitResult result) {
        return result == null
                || result instanceof Unclear
                || (result instanceof Refused refused && isOutOfOrder(refused.reason()));
    }

    private static boolean isOutOfOrder(RefusalReason reason) {
        return switch (reason) {
            case UNAVAILABLE, ACCOUNT, BLOCKED, OTHER -> true;
            case INVALID_RECIPIENT, OPTED_OUT, CONTENT, SENDER_OR_ROUTE, RECIPIENT_UNREACHABLE, THROTTLED -> false;
        };
    }
}
