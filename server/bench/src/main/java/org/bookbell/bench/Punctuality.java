package org.bookbell.bench;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.bookbell.it.message.CopiedReminders;
import org.bookbell.it.message.CopiedReminders.Copy;

/** How long after they were due reminders are submitted: a thousand of them a minute, and then many at the same moment. */
final class Punctuality {

    private static final int A_MINUTE = 1_000;
    private static final int MINUTES = Integer.getInteger("bookbell.bench.minutes", 3);
    private static final int AT_ONCE = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String NUMBER = "+12125550123";
    private static final String AIM = "p99 ≤ 10 s, none early";

    private final Table table;
    private final Clock clock;
    private final CopiedReminders reminders;

    Punctuality(Table table, Subject subject, Clock clock) {
        this.table = table;
        this.clock = clock;
        this.reminders = CopiedReminders.of(subject.server(), subject.shop());
    }

    void measure() throws SQLException {
        var start = clock.instant().plusSeconds(20);
        var count = A_MINUTE * MINUTES;
        reminders.copy(count, n -> Copy.due(NUMBER, start.plusMillis(n * 60_000L / A_MINUTE)));
        var delays = delaysOf(count);
        table.add(
                "reminders submitted after they were due, " + A_MINUTE + " due a minute: earliest / median / p99",
                Table.number("%.2f s", delays[0]) + " / " + Table.number("%.2f s", delays[count / 2]) + " / "
                        + Table.number("%.2f s", delays[(int) (count * 0.99)]),
                "",
                "",
                AIM);
        var now = clock.instant();
        reminders.copy(AT_ONCE, n -> Copy.due(NUMBER, now));
        var late = delaysOf(AT_ONCE);
        var first = late[0];
        table.add(
                AT_ONCE + " reminders due at the same moment",
                Table.number("%.0f/s", AT_ONCE / (late[AT_ONCE - 1] - first)),
                "",
                "",
                "");
    }

    private double[] delaysOf(int count) throws SQLException {
        await().atMost(PATIENCE.plusMinutes(MINUTES))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> reminders.submitted() == count);
        return reminders.delays();
    }
}
