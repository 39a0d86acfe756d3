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
        var first = new double[ROUNDS];
        var again = new double[ROUNDS];
        var control = new double[ROUNDS];
        IntStream.range(0, ROUNDS).forEach(round -> {
            var database = Vendor.H2.freshSchema();
            first[round] = millis(() -> BookbellServer.on(database)::stop);
            again[round] = millis(() -> BookbellServer.on(database)::stop);
            control[round] = millis(() -> ControlServer.start(used, Map.of())::stop);
        });
        compare("start to the first 200 / hello WAR", again, control, "≤ 1.3 ×");
        compare("first start, which makes the database, to the first 200 / hello WAR", first, control, "");
    }

    private void compare(String what, double[] product, double[] control, String aim) {
        var ours = Turns.median(product);
        var theirs = Turns.median(control);
        table.add(
                what,
                Table.number("%.0f ms", ours),
                Table.number("%.0f ms", theirs),
                Table.number("%.2f ×", ours / theirs),
                aim);
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
