package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A closed loop of kept connections on plain sockets: each sends its next request when the last one is answered. The load comes
 * from this JVM on the same cores for product and control alike, so that only ratios mean anything.
 */
final class Load {

    private static final int NOT_MODIFIED = 304;

    /** Requests per second that were answered as expected, and how long they took. */
    record Result(double perSecond, double medianMillis, double p99Millis, long refused) {}

    private Load() {}

    /** A GET, sent again and again over {@code connections}. */
    static Result get(URI address, int connections, Duration length) {
        return get(List.of(address), connections, length);
    }

    /** GETs of one address after the other, each sent by whichever connection is free. */
    static Result get(List<URI> addresses, int connections, Duration length) {
        return inTurn(
                addresses.get(0),
                addresses.stream().map(each -> request(each, "")).toList(),
                connections,
                length);
    }

    /** Requests to one server, one after the other, each sent by whichever connection is free. */
    static Result inTurn(URI server, List<byte[]> requests, int connections, Duration length) {
        var next = new AtomicInteger();
        return run(
                server,
                connections,
                length,
                connection -> () -> requests.get(Math.floorMod(next.getAndIncrement(), requests.size())));
    }

    /** A GET with these header lines, each with its end, beside what all must have. */
    static byte[] request(URI address, String headerLines) {
        var text = "GET " + address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headerLines + "\r\n";
        return text.getBytes(US_ASCII);
    }

    /** What one connection sends next. */
    interface Requests {
        byte[] next();
    }

    static Result run(URI address, int connections, Duration length, IntFunction<Requests> requests) {
        var threads = Executors.newFixedThreadPool(connections);
        var end = System.nanoTime() + length.toNanos();
        var start = System.nanoTime();
        var runs = IntStream.range(0, connections)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> loop(address, requests.apply(n), end), threads))
                .toList();
        var nanos = runs.stream()
                .map(CompletableFuture::join)
                .flatMapToLong(Arrays::stream)
                .toArray();
        threads.shutdown();
        var seconds = (System.nanoTime() - start) / 1e9;
        var good = Arrays.stream(nanos).filter(n -> n > 0).sorted().toArray();
        return new Result(good.length / seconds, at(good, 0.5), at(good, 0.99), nanos.length - good.length);
    }

    /** Nanoseconds of each request; negative where it was refused. */
    private static long[] loop(URI address, Requests requests, long end) {
        var times = new long[1024];
        var count = 0;
        try {
            while (System.nanoTime() < end) {
                try (var connection = new Connection(address)) {
                    while (System.nanoTime() < end && !connection.isClosing()) {
                        var request = requests.next();
                        var sent = System.nanoTime();
                        var status = connection.exchange(request);
                        var took = System.nanoTime() - sent;
                        if (count == times.length) {
                            times = Arrays.copyOf(times, 2 * count);
                        }
                        times[count++] = status / 100 == 2 || status == NOT_MODIFIED ? took : -took;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(times, count);
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (quantile * (sorted.length - 1))] / 1e6;
    }
}
