package org.bookbell.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bookbell.it.database.Schema;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.server.BookbellServer;

/** The time to the first good answer, and the memory after load, beside a hello WAR with the same flags. */
final class StartUp {

    private static final int ROUNDS = 3;

    private final Table table;

    StartUp(Table table) {
        this.table = table;
    }

    void measure(Schema used) {
        var product = new double[ROUNDS];
        var control = new double[ROUNDS];
        IntStream.range(0, ROUNDS).forEach(round -> {
            product[round] = millis(() -> {
                var server = BookbellServer.on(Vendor.H2.freshSchema());
                return server::stop;
            });
            control[round] = millis(() -> {
                var hello = ControlServer.start(used, Map.of());
                return hello::stop;
            });
        });
        var ours = Turns.median(product);
        var theirs = Turns.median(control);
        table.add(
                "start to the first 200, new database / hello WAR",
                Table.number("%.0f ms", ours),
                Table.number("%.0f ms", theirs),
                Table.number("%.2f ×", ours / theirs),
                "≤ 1.3 ×");
    }

    void memory(long product, long control) {
        var ours = residentMegabytes(product);
        var theirs = residentMegabytes(control);
        table.add(
                "RSS after load / hello WAR",
                Table.number("%.0f MB", ours),
                Table.number("%.0f MB", theirs),
                Table.number("%.2f ×", ours / theirs),
                "≤ 1.3 ×");
    }

    private static double millis(Supplier<Runnable> start) {
        var before = System.nanoTime();
        var stop = start.get();
        var took = (System.nanoTime() - before) / 1e6;
        stop.run();
        return took;
    }

    private static double residentMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
