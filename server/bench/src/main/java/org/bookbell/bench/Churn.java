package org.bookbell.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.bookbell.it.database.Schema;

/** Raises the version of one calendar after the other while it runs, so that no offer can be kept: every month is cold. */
final class Churn {

    private final Thread thread;
    private volatile boolean running = true;

    private Churn(Schema schema, List<Long> calendars) {
        thread = new Thread(() -> run(schema, calendars), "churn");
        thread.start();
    }

    private void run(Schema schema, List<Long> calendars) {
        try (var connection = schema.connect();
                var raise = connection.prepareStatement("UPDATE calendar SET version = version + 1 WHERE id = ?")) {
            for (var n = 0; running; n++) {
                raise.setLong(1, calendars.get(n % calendars.size()));
                raise.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code work} answers while no offer can be kept. */
    static <T> T during(Schema schema, List<Long> calendars, Supplier<T> work) {
        var churn = new Churn(schema, calendars);
        try {
            return work.get();
        } finally {
            churn.stop();
        }
    }

    private void stop() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
