package org.bookbell.spi.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** What is logged while it is open: by one package at every level, by others at the usual ones. */
final class Log implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Logger logger;
    private final @Nullable Level before;
    private final Lines lines = new Lines();

    private Log(Logger logger) {
        this.logger = logger;
        this.before = logger.getLevel();
        lines.setLevel(Level.ALL);
        root.addHandler(lines);
        logger.setLevel(Level.ALL);
    }

    static Log of(String packageName) {
        return new Log(Logger.getLogger(packageName));
    }

    /** As they would be written, with the traces of exceptions. */
    List<String> lines() {
        return List.copyOf(lines.all);
    }

    private static final class Lines extends Handler {

        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            all.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Override
    public void close() {
        logger.setLevel(before);
        root.removeHandler(lines);
    }
}
