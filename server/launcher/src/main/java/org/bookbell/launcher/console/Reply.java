package org.bookbell.launcher.console;

import java.util.ArrayList;
import java.util.List;

/**
 * What a request was answered: lines to show, and what was wrong. As text, which also the application writes, each line
 * to show begins with a plus, a fault with an exclamation mark, and the cure on the next line with a question mark.
 */
public record Reply(List<String> lines, List<Fault> faults) {

    public Reply {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }

    public static Reply done() {
        return new Reply(List.of(), List.of());
    }

    public static Reply refused(List<Fault> faults) {
        return new Reply(List.of(), faults);
    }

    /** Reads what {@link #toText} or the application wrote. */
    public static Reply parse(List<String> text) {
        List<String> lines = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        String fault = "";
        for (String line : text) {
            String rest = line.isEmpty() ? "" : line.substring(1);
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case '+' -> lines.add(rest);
                case '!' -> fault = rest;
                case '?' -> faults.add(new Fault(fault, rest));
                default -> throw new IllegalArgumentException("line of a reply has no mark");
            }
        }
        return new Reply(lines, faults);
    }

    public List<String> toText() {
        List<String> text = new ArrayList<>();
        lines.forEach(line -> text.add("+" + oneLine(line)));
        faults.forEach(fault -> {
            text.add("!" + oneLine(fault.what()));
            text.add("?" + oneLine(fault.cure()));
        });
        return text;
    }

    /** This one and {@code next} after it. */
    public Reply and(Reply next) {
        List<String> allLines = new ArrayList<>(lines);
        allLines.addAll(next.lines);
        List<Fault> allFaults = new ArrayList<>(faults);
        allFaults.addAll(next.faults);
        return new Reply(allLines, allFaults);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
