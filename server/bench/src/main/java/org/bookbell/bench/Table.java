package org.bookbell.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results as they go into docs/benchmarks.md. */
final class Table {

    private final List<String> rows = new ArrayList<>();

    Table() {
        add("what", "product", "control", "ratio", "aim");
        add("---", "---", "---", "---", "---");
    }

    void add(String what, String product, String control, String ratio, String aim) {
        var row = "| " + String.join(" | ", what, product, control, ratio, aim) + " |";
        rows.add(row);
        System.out.println(row);
    }

    void throughput(String what, Turns turns, String aim) {
        add(what, rate(turns.product()), rate(turns.control()), percent(turns.throughputRatio()), aim);
    }

    /** How many times as much, where a percentage would be long. */
    void multiple(String what, Turns turns, String aim) {
        add(what, rate(turns.product()), rate(turns.control()), number("%.0f ×", turns.throughputRatio()), aim);
    }

    void tail(String what, Turns turns, String aim) {
        add(
                what,
                number("%.1f ms", turns.product().p99Millis()),
                number("%.1f ms", turns.control().p99Millis()),
                number("%.2f ×", turns.p99Ratio()),
                aim);
    }

    /** The whole of it, again in one piece. */
    String text() {
        return String.join("\n", rows) + "\n";
    }

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    static String percent(double ratio) {
        return number("%.0f %%", 100 * ratio);
    }

    private static String rate(Load.Result result) {
        var refused = result.refused() == 0 ? "" : " (" + result.refused() + " refused)";
        return number(result.perSecond() < 10 ? "%.2f/s" : "%.0f/s", result.perSecond()) + refused;
    }
}
