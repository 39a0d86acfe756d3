package org.bookbell.plugin.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bookbell.plugin.loading.PluginFault;

/** Collects the lines of an answer, marked as {@link PluginConsole} says. */
final class Lines {

    private final List<String> lines = new ArrayList<>();

    /** A line of the table that the launcher's {@code check} prints too. */
    void say(String state, String what, String detail) {
        lines.add("+"
                + oneLine(String.format(Locale.ROOT, "%-6s %-15s %s", state, what, detail))
                        .stripTrailing());
    }

    void fault(PluginFault fault) {
        fault(fault.fault(), fault.cure());
    }

    void fault(String what, String cure) {
        lines.add("!" + oneLine(what));
        lines.add("?" + oneLine(cure));
    }

    String[] toText() {
        return lines.toArray(new String[0]);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
