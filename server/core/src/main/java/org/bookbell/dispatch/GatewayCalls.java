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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.bookbell.dispatch.figures.Figures;
import org.bookbell.dispatch.figures.GatewayAnswered;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Calls gateways so that none can hurt the others: each has a time limit, sixteen places of its own, and a circuit
 * breaker that spares it for half a minute after five failures in a row. A call that ignores its interruption keeps its
 * place; a gateway whose places are all kept is asked nothing more, and neither is one whose provider asks for a pause.
 */
@ApplicationScoped
public class GatewayCalls {

    private static final Logger LOG = System.getLogger(GatewayCalls.class.getName());
    static final int PLACES = 16;
    private static final int FAILURES = 5;
    /** A gateway whose places were all taken for so long is asked nothing more. */
    private static final Duration STUCK = Duration.ofSeconds(1);

    private static final int A_LOOK_MILLIS = 100;
    /** Failsafe loses a limit that ends before it has found a thread for the call; whoever waits gives up then. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration SPARED = Duration.ofSeconds(30);
    /** A provider that asks for more is asked again then. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    static final Refused BUSY = new Refused(RefusalReason.UNAVAILABLE, "BUSY", "all places of the gateway are taken");

    private static final Refused PAUSED =
            new Refused(RefusalReason.THROTTLED, "PAUSED", "the provider asked for a pause");

    private final @Nullable ExecutorService threads;
    private final Duration timeLimit;
    private final Figures figures;
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    /** What stands between the server and one gateway. */
    private record Guard(
            CircuitBreaker<SubmitResult> breaker,
            Semaphore places,
            FailsafeExecutor<SubmitResult> executor,
            AtomicLong pausedUntilNanos,
            AtomicLong movedNanos) {

        /** Waits while others leave theirs. */
        Optional<Place> awaitPlace() throws InterruptedException {
            while (!places.tryAcquire(A_LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (isStuck()) {
                    return Optional.empty();
                }
            }
            movedNanos.set(System.nanoTime());
            return Optional.of(new Place(() -> {
                movedNanos.set(System.nanoTime());
                places.release();
            }));
        }

        boolean isStuck() {
            return places.availablePermits() == 0 && System.nanoTime() - movedNanos.get() > STUCK.toNanos();
        }

        void pause(Duration time) {
            var until = System.nanoTime() + (time.compareTo(LONGEST_PAUSE) < 0 ? time : LONGEST_PAUSE).toNanos();
            pausedUntilNanos.accumulateAndGet(until, (one, other) -> one - other > 0 ? one : other);
        }

        boolean isPaused() {
            return pausedUntilNanos.get() - System.nanoTime() > 0;
        }
    }

    /** For the container's proxy. */
    protected GatewayCalls() {
        this.threads = null;
        this.timeLimit = Duration.ZERO;
        this.figures = new Figures(figure -> {});
    }

    @Inject
    GatewayCalls(
            @DispatchThreads ExecutorService threads,
            @ConfigProperty(name = "bookbell.gateway.timeout", defaultValue = "PT10S") Duration timeLimit,
            Figures figures) {
        this.threads = threads;
        this.timeLimit = timeLimit;
        this.figures = figures;
    }

    /** Whether {@code gateway} may be asked now. */
    boolean isReady(String gateway) {
        var guard = guard(gateway);
        boolean spared =
                guard.breaker().isOpen() && guard.breaker().getRemainingDelay().compareTo(Duration.ZERO) > 0;
        return !spared && !guard.isPaused() && !guard.isStuck();
    }

    /** A place of {@code gateway}, or none if nobody leaves one for a second. */
    Optional<Place> awaitPlace(String gateway) {
        try {
            return guard(gateway).awaitPlace();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What {@code call} answers once it has a place; whatever it does, within the time limit and without an exception. */
    public SubmitResult submit(String gateway, ClassLoader plugin, Callable<SubmitResult> call) {
        var taken = awaitPlace(gateway);
        if (taken.isEmpty()) {
            return BUSY;
        }
        try (var place = taken.get()) {
            return submit(gateway, place, plugin, call);
        }
    }

    /** The same from a place that is taken already, within the time limit. */
    SubmitResult submit(String gateway, Place place, ClassLoader plugin, Callable<SubmitResult> call) {
        var begun = System.nanoTime();
        var result = ask(gateway, place, plugin, call);
        figures.tell(GatewayAnswered.of(gateway, result, Duration.ofNanos(System.nanoTime() - begun)));
        return result;
    }

    private SubmitResult ask(String gateway, Place place, ClassLoader plugin, Callable<SubmitResult> call) {
        var guard = guard(gateway);
        if (guard.isPaused()) {
            return PAUSED;
        }
        try {
            var answer = guard.executor().getAsync(() -> inPlace(place, plugin, call));
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
            if (result instanceof Refused refused) {
                refused.retryAfter().ifPresent(guard::pause);
            }
            return result == null ? new Unclear("the plugin answered nothing") : result;
        } catch (TimeoutException e) {
            answer.cancel(true);
            guard.breaker().recordFailure();
            return new Unclear("no answer within the time limit");
        }
    }

    private static SubmitResult inPlace(Place place, ClassLoader plugin, Callable<SubmitResult> call) throws Exception {
        if (!place.enter()) {
            return new Refused(RefusalReason.UNAVAILABLE, "NO_THREAD", "the server had no thread in time");
        }
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin);
        try {
            return call.call();
        } finally {
            thread.setContextClassLoader(before);
            place.leave();
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
                breaker,
                new Semaphore(PLACES),
                Failsafe.with(breaker, timeout).with(threads),
                new AtomicLong(System.nanoTime()),
                new AtomicLong(System.nanoTime()));
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
