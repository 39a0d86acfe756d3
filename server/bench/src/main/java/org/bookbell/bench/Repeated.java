package org.bookbell.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Threads that do the same again and again for a time, and how long each turn of it took. */
final class Repeated {

    /** What is done, and fails the measurement if it throws. */
    interface Work {
        void once() throws Exception;
    }

    private Repeated() {}

    static Load.Result run(int count, Duration length, Work work) {
        var threads = Executors.newFixedThreadPool(count);
        var begun = System.nanoTime();
        var end = begun + length.toNanos();
        var runs = IntStream.range(0, count)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> repeat(work, end), threads))
                .toList();
        var nanos = runs.stream()
                .map(CompletableFuture::join)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        var seconds = (System.nanoTime() - begun) / 1e9;
        threads.shutdown();
        return new Load.Result(
                nanos.length / seconds, nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6, 0);
    }

    /** How long each turn took. */
    private static long[] repeat(Work work, long end) {
        var times = new long[1024];
        var count = 0;
        while (System.nanoTime() < end) {
            var begun = System.nanoTime();
            doOnce(work);
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = System.nanoTime() - begun;
        }
        return Arrays.copyOf(times, count);
    }

    private static void doOnce(Work work) {
        try {
            work.once();
        } catch (Exception e) {
            throw new IllegalStateException("what is measured must not fail", e);
        }
    }
}
