package org.bookbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bookbell.bench.SubscribedCalendar.Subscriber;

/** Subscribers who ask whether a calendar has changed, which it has not, beside a resource that does nothing. */
final class Polling {

    private static final int CONNECTIONS = 8;
    private static final int MANY = 10_000;
    private static final Duration PACE = Duration.ofMinutes(15);
    private static final int ROUNDS = 3;
    private static final int TIMES = 10;

    private final Table table;
    private final SubscribedCalendar calendar;
    private final URI hello;
    private final Duration length;

    Polling(Table table, SubscribedCalendar calendar, URI control, Duration length) {
        this.table = table;
        this.calendar = calendar;
        this.hello = control.resolve("/hello");
        this.length = length;
    }

    void measure(long product, long control) {
        var one = List.of(calendar.one());
        var warmUp = length.multipliedBy(3);
        ask(calendar.subscribers(), warmUp);
        ask(one, warmUp);
        hello(warmUp);
        table.throughput(
                "feed of " + SubscribedCalendar.EVENTS + " events, unchanged (304), " + CONNECTIONS
                        + " connections / hello",
                Turns.take(() -> ask(one, length), () -> hello(length)),
                "≥ 50 %");
        table.throughput(
                "the same, " + calendar.subscribers().size() + " feeds in turn / hello",
                Turns.take(() -> ask(calendar.subscribers(), length), () -> hello(length)),
                "");
        cpu(product, control);
    }

    private Load.Result ask(List<Subscriber> subscribers, Duration time) {
        var requests = subscribers.stream().map(Subscriber::request).toList();
        return Load.inTurn(calendar.one().address(), requests, CONNECTIONS, time);
    }

    private Load.Result hello(Duration time) {
        return Load.get(hello, CONNECTIONS, time);
    }

    private void cpu(long product, long control) {
        var requests = calendar.subscribers().stream().map(Subscriber::request).toList();
        var idle = Load.request(hello, "");
        var ours = new double[ROUNDS];
        var theirs = new double[ROUNDS];
        IntStream.range(0, ROUNDS).forEach(round -> {
            ours[round] = cpuMillis(product, () -> {
                calendar.letTimePass();
                send(calendar.one().address(), requests);
            });
            theirs[round] = cpuMillis(
                    control,
                    () -> send(hello, requests.stream().map(each -> idle).toList()));
        });
        var mine = Turns.median(ours);
        table.add(
                MANY + " subscribers of such feeds who ask every 15 minutes: CPU time of the server / hello",
                Table.number("%.2f ms a request", mine),
                Table.number("%.2f ms a request", Turns.median(theirs)),
                Table.number("%.1f %% of a core", 100 * MANY * mine / PACE.toMillis()),
                "");
    }

    /** The process's CPU time for one request, of those that {@code work} sends. */
    private double cpuMillis(long pid, Runnable work) {
        var before = cpuTime(pid);
        for (var n = 0; n < TIMES; n++) {
            work.run();
        }
        return cpuTime(pid).minus(before).toNanos()
                / 1e6
                / TIMES
                / calendar.subscribers().size();
    }

    private static Duration cpuTime(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    /** Sends each once, over one connection at a time. */
    private static void send(URI server, List<byte[]> requests) {
        var next = requests.iterator();
        try {
            while (next.hasNext()) {
                try (var connection = new Connection(server)) {
                    while (next.hasNext() && !connection.isClosing()) {
                        connection.exchange(next.next());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
