package org.bookbell.launcher.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Remembers why a start went wrong: the cause of the first severe record. Made by the log's configuration. */
public final class StartupWatch extends Handler {

    private static final Pattern LIST_OF_OTHERS = Pattern.compile("Exception List with|^Exception \\d+ :|^\\s+at ");
    private static final AtomicReference<@Nullable String> FIRST = new AtomicReference<>();

    /** The first severe thing that was logged, in its own words. */
    static Optional<String> firstSevere() {
        return Optional.ofNullable(FIRST.get());
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            FIRST.compareAndSet(null, reason(entry));
        }
    }

    private static String reason(LogRecord entry) {
        Throwable thrown = entry.getThrown();
        if (thrown == null) {
            return firstLine(String.valueOf(entry.getMessage()));
        }
        while (thrown.getCause() != null && thrown.getCause() != thrown) {
            thrown = thrown.getCause();
        }
        return firstLine(thrown.getMessage() == null ? thrown.getClass().getName() : thrown.getMessage());
    }

    /** Some messages hold lists of others, with their stacks. */
    static String firstLine(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !LIST_OF_OTHERS.matcher(line).find())
                .findFirst()
                .orElse(message)
                .strip();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
