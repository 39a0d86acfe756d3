package org.bookbell.it.database;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What Java cannot tell a process. */
public final class Signal {

    private Signal() {}

    /** Sends a signal, such as {@code STOP}. */
    public static void send(String name, long pid) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + kill.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
