package org.bookbell.launcher.console;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;

/** What a person reads at the console: our own lines, and none of those that others print. */
public final class Console {

    private static final PrintStream OUT = System.out;

    private Console() {}

    public static void say(String line) {
        OUT.println(line);
        OUT.flush();
    }

    /** Everything that is wrong, each with its cure. */
    public static void complain(List<Fault> faults) {
        StringBuilder text = new StringBuilder();
        for (Fault fault : faults) {
            text.append("! ").append(fault.what()).append('\n');
            text.append("  ").append(fault.cure()).append('\n');
        }
        System.err.print(text);
        System.err.flush();
    }

    /** Shows no more of what others print on standard error: the application server, when it ends. */
    public static void silence() {
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, Charset.defaultCharset()));
    }

    /** Sends to the log, from now on, what the application server and libraries print to standard output. */
    public static void quieten() {
        System.setOut(new PrintStream(new LogLines(), true, Charset.defaultCharset()));
    }

    private static final class LogLines extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public synchronized void write(int b) {
            if (b == '\n') {
                System.getLogger("stdout").log(System.Logger.Level.INFO, line.toString(Charset.defaultCharset()));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }
}
