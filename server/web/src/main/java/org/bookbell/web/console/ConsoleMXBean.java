package org.bookbell.web.console;

/** The management interface that the launcher calls; texts only, for the sake of class loaders. */
public interface ConsoleMXBean {

    /**
     * Runs one command.
     *
     * @param words the command, then its values
     * @return a line each, marked by its first character: {@code +} a line to show, {@code !} a fault, {@code ?} the cure
     *     of the fault before it
     */
    String[] run(String[] words);
}
