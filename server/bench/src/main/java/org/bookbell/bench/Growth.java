package org.bookbell.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.LongStream;

/** How the cold answer grows with all that is stored: half of it in the past, half of it after the months asked for. */
final class Growth {

    private static final long THOUSAND = 1_000;
    private static final long MILLION = Long.getLong("bookbell.bench.rows", 1_000_000);

    private final Table table;
    private final Subject subject;
    private final Duration length;

    Growth(Table table, Subject subject, Duration length) {
        this.table = table;
        this.subject = subject;
        this.length = length;
    }

    void measure(LocalDate first) throws SQLException {
        var months = new Months(subject, first);
        var open = first.atTime(9, 0);
        subject.stored()
                .fill(
                        subject.calendars(),
                        LongStream.range(0, THOUSAND / subject.calendars().size())
                                .mapToObj(open::plusDays));
        months.coldMillis(length);
        var few = months.coldMillis(length);
        var stored = subject.stored().count();
        store(first.minusYears(30));
        store(first.plusYears(2));
        subject.stored().analyze();
        var many = months.coldMillis(length);
        table.add(
                "availability, cold, 1 connection, median with "
                        + subject.stored().count() + " appointments / with " + stored,
                Table.number("%.2f ms", many),
                Table.number("%.2f ms", few),
                Table.number("%.2f ×", many / few),
                "≤ 1.2 ×");
    }

    private void store(LocalDate from) throws SQLException {
        var each = MILLION / 2 / subject.calendars().size();
        subject.stored()
                .fill(
                        subject.calendars(),
                        LongStream.range(0, each)
                                .mapToObj(n -> from.atStartOfDay().plusMinutes(30 * n)));
    }
}
