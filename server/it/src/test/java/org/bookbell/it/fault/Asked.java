package org.bookbell.it.fault;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntSupplier;

/** A question that is asked a quarter of a second after each answer, and what came back when. */
final class Asked implements AutoCloseable {

    private static final int PAUSE_MILLIS = 250;
    /** Instead of a status, where there was no answer at all. */
    static final int NOTHING = 0;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

    /** What came back. */
    record Reply(Instant asked, int status, Duration took) {

        Instant answered() {
            return asked.plus(took);
        }
    }

    private Asked(IntSupplier question) {
        thread.scheduleWithFixedDelay(() -> replies.add(ask(question)), 0, PAUSE_MILLIS, MILLISECONDS);
    }

    /** Asks until it is closed; the question answers a status. */
    static Asked steadily(IntSupplier question) {
        return new Asked(question);
    }

    private static Reply ask(IntSupplier question) {
        var asked = Instant.now();
        var begun = System.nanoTime();
        var status = NOTHING;
        try {
            status = question.getAsInt();
        } catch (UncheckedIOException noAnswer) {
            status = NOTHING;
        }
        return new Reply(asked, status, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** What was asked and answered between two moments. */
    List<Reply> between(Instant begin, Instant end) {
        return replies.stream()
                .filter(reply ->
                        reply.asked().isAfter(begin) && reply.answered().isBefore(end))
                .toList();
    }

    /** When that status came back first, of what was answered after a moment. */
    Optional<Instant> first(int status, Instant after) {
        return replies.stream()
                .filter(reply -> reply.status() == status)
                .map(Reply::answered)
                .filter(after::isBefore)
                .min(Instant::compareTo);
    }

    static Map<Integer, Long> statuses(List<Reply> replies) {
        var counts = new TreeMap<Integer, Long>();
        replies.forEach(reply -> counts.merge(reply.status(), 1L, Long::sum));
        return counts;
    }

    /** The longest of them. */
    static Duration longest(List<Reply> replies) {
        return replies.stream().map(Reply::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
