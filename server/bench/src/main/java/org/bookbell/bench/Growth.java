package org.bookbell.bench;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.bookbell.it.database.Schema;

/** How the cold answer grows with all that is stored. */
final class Growth {

    private static final long MILLION = Long.getLong("bookbell.bench.rows", 1_000_000);

    private final Table table;
    private final Schema schema;
    private final Stored stored;
    private final URI slots;
    private final Duration length;

    Growth(Table table, Schema schema, Stored stored, URI slots, Duration length) {
        this.table = table;
        this.schema = schema;
        this.stored = stored;
        this.slots = slots;
        this.length = length;
    }

    void measure(List<Long> calendars, LocalDateTime after) throws SQLException {
        var few = cold(calendars);
        stored.fill(calendars, after.plusYears(40), MILLION);
        cold(calendars);
        var many = cold(calendars);
        table.add(
                "availability, cold, 1 connection, median with " + MILLION + " more appointments / before",
                Table.number("%.2f ms", many),
                Table.number("%.2f ms", few),
                Table.number("%.2f ×", many / few),
                "≤ 1.2 ×");
    }

    private double cold(List<Long> calendars) {
        return Churn.during(schema, calendars, () -> Turns.median(median(), median(), median()));
    }

    private double median() {
        return Load.get(slots, 1, length).medianMillis();
    }
}
