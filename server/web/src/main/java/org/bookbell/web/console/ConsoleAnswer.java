package org.bookbell.web.console;

import java.util.ArrayList;
import java.util.List;

/** Collects the lines of an answer to the launcher, marked as {@link ConsoleMXBean} says. */
final class ConsoleAnswer {

    private final List<String> lines = new ArrayList<>();

    ConsoleAnswer say(String line) {
        return add('+', line);
    }

    ConsoleAnswer fault(String what, String cure) {
        return add('!', what).add('?', cure);
    }

    String[] toText() {
        return lines.toArray(new String[0]);
    }

    private ConsoleAnswer add(char mark, String text) {
        lines.add(mark + text.replaceAll("\\R", " "));
        return this;
    }
}
