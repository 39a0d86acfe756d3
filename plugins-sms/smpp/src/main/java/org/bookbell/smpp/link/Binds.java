package org.bookbell.smpp.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.bookbell.smpp.link.Standing.Count;
import org.bookbell.smpp.wire.Inbound;

/**
 * The binds of one account, kept in the background, and the places in their windows: so many requests may wait for an
 * answer on each bind.
 */
public final class Binds implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofMillis(1_500);
    private static final Duration END = Duration.ofMillis(4_500);

    private final int window;
    private final List<Seat> seats = new ArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    /** Somebody left a place, or a bind came or went. */
    private final Condition free = lock.newCondition();
    /** A bind came or went. */
    private final Condition moved = lock.newCondition();

    private volatile boolean isClosed;

    /** A bind and the places in its window that are free. */
    private record Seat(Bind bind, Semaphore places) {

        boolean isUsable() {
            return bind.kind().transmits() && bind.session().isPresent();
        }
    }

    private Binds(int window) {
        this.window = window;
    }

    /** Begins to bind, and waits for nobody. */
    public static Binds open(String name, Layout layout, Access access, Inbound inbound) {
        var binds = new Binds(layout.window());
        for (var kind : layout.kinds()) {
            var bind = new Bind(name + "-" + (binds.seats.size() + 1), kind, access, inbound, binds::signal);
            binds.seats.add(new Seat(bind, new Semaphore(layout.window())));
        }
        binds.seats.forEach(seat -> seat.bind().start());
        return binds;
    }

    /**
     * A place on the bind that has most of them free. Where none is free, or a bind is being made, it waits for {@code
     * limit} at most; where none can be had, {@link #trouble} says why.
     */
    public Optional<Place> take(Duration limit) throws InterruptedException {
        var place = sit();
        return place.isPresent() ? place : awaitPlace(limit);
    }

    /** Whoever finds a place at once takes no lock. */
    private Optional<Place> sit() {
        return isClosed
                ? Optional.empty()
                : seats.stream()
                        .filter(Seat::isUsable)
                        .sorted(Comparator.comparingInt(seat -> -seat.places().availablePermits()))
                        .flatMap(seat -> sit(seat).stream())
                        .findFirst();
    }

    private Optional<Place> sit(Seat seat) {
        if (!seat.places().tryAcquire()) {
            return Optional.empty();
        }
        var place = seat.bind().session().map(session -> new Place(session, () -> leave(seat)));
        if (place.isEmpty()) {
            leave(seat);
        }
        return place;
    }

    private Optional<Place> awaitPlace(Duration limit) throws InterruptedException {
        var nanos = limit.toNanos();
        lock.lockInterruptibly();
        waiting.incrementAndGet();
        try {
            var place = sit();
            while (place.isEmpty() && nanos > 0 && isWorthWaiting()) {
                nanos = free.awaitNanos(nanos);
                place = sit();
            }
            return place;
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    private void leave(Seat seat) {
        seat.places().release();
        if (waiting.get() > 0) {
            lock.lock();
            try {
                free.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isWorthWaiting() {
        return !isClosed
                && seats.stream()
                        .anyMatch(seat -> seat.isUsable()
                                || (seat.bind().kind().transmits()
                                        && seat.bind().isTrying()));
    }

    /** Why there is no place. */
    public Trouble trouble() {
        return standing().sending().bound() > 0
                ? Trouble.BUSY
                : troubleOf(bind -> bind.kind().transmits());
    }

    private Trouble troubleOf(Predicate<Bind> kind) {
        return seats.stream()
                .map(Seat::bind)
                .filter(kind.and(bind -> bind.session().isEmpty()))
                .map(Bind::trouble)
                .findFirst()
                .orElse(Trouble.NEW);
    }

    public Standing standing() {
        return new Standing(
                count(bind -> bind.kind().transmits()),
                count(bind -> bind.kind() != BindKind.TRANSMITTER),
                troubleOf(bind -> true));
    }

    private Count count(Predicate<Bind> kind) {
        var wanted = seats.stream().map(Seat::bind).filter(kind).toList();
        var bound = wanted.stream().filter(bind -> bind.session().isPresent()).count();
        return new Count(bound, wanted.size());
    }

    /** Tries those at once that wait for their next try, and waits until each is bound or has failed. */
    public void tryNow(Duration limit) throws InterruptedException {
        seats.forEach(seat -> seat.bind().tryNow());
        var nanos = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (nanos > 0 && seats.stream().anyMatch(seat -> seat.bind().isTrying())) {
                nanos = moved.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            free.signalAll();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who wait for an answer have it, if it comes soon; then unbinds and ends all threads. */
    @Override
    public void close() {
        var end = System.nanoTime() + END.toNanos();
        isClosed = true;
        signal();
        try {
            drain(System.nanoTime() + DRAIN.toNanos());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        seats.forEach(seat -> seat.bind().stop());
        seats.forEach(seat -> seat.bind().join(Duration.ofNanos(end - System.nanoTime())));
    }

    /** Waits until nobody has a place, which is until all of them can be had. */
    private void drain(long end) throws InterruptedException {
        for (var seat : seats) {
            if (seat.places().tryAcquire(window, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                seat.places().release(window);
            }
        }
    }
}
