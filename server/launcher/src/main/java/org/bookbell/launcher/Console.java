package org.bookbell.launcher;

import java.util.List;

/** What a person reads at the console. */
final class Console {

    private Console() {}

    static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Everything that is wrong, each with its cure. */
    static void complain(List<Fault> faults) {
        StringBuilder text = new StringBuilder();
        for (Fault fault : faults) {
            text.append("! ").append(fault.what()).append('\n');
            text.append("  ").append(fault.cure()).append('\n');
        }
        System.err.print(text);
        System.err.flush();
    }
}
