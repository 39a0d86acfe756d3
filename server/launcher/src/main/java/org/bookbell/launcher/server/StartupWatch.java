package org.bookbell.launcher.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Remembers why a start went wrong: the cause of the first failure that was logged, or else the first severe words. Made
 * by the log's configuration.
 */
public final class StartupWatch extends Handler {

    private static final Pattern LIST_OF_OTHERS = Pattern.compile("Exception List with|^Exception \\d+ :|^\\s+at ");
    private static final AtomicReference<@Nullable String> FAILURE = new AtomicReference<>();
    private static final AtomicReference<@Nullable String> WORDS = new AtomicReference<>();
    private static final Formatter FORMATTER = new SimpleFormatter();

    /** The first severe thing that was logged, in its own words. */
    static Optional<String> firstSevere() {
        return Optional.ofNullable(FAILURE.get()).or(() -> Optional.ofNullable(WORDS.get()));
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() < Level.SEVERE.intValue()) {
            return;
        }
        Throwable thrown = entry.getThrown();
        if (thrown == null) {
            WORDS.compareAndSet(null, firstLine(FORMATTER.formatMessage(entry)));
        } else {
            FAILURE.compareAndSet(null, rootOf(thrown));
        }
    }

    /** Why {@code failure} came about: the words of its innermost cause. */
    static String rootOf(Throwable failure) {
        Throwable thrown = failure;
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
