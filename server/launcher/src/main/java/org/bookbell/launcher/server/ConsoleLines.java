package org.bookbell.launcher.server;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.bookbell.launcher.console.Console;

/** Shows the plain text of a log record on standard output. Made by the log's configuration. */
public final class ConsoleLines extends Handler {

    private final Formatter text = new Formatter() {
        @Override
        public String format(LogRecord entry) {
            return formatMessage(entry);
        }
    };

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            Console.say(text.format(entry));
        }
    }

    @Override
    public void flush() {
        // each line is flushed as it is said
    }

    @Override
    public void close() {
        // standard output stays open
    }
}
