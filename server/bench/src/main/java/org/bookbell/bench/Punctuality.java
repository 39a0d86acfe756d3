package org.bookbell.bench;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** How long after they were due reminders are submitted: a thousand of them a minute, and then many at the same moment. */
final class Punctuality {

    private static final int A_MINUTE = 1_000;
    private static final int MINUTES = Integer.getInteger("bookbell.bench.minutes", 3);
    private static final int AT_ONCE = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String AIM = "p99 ≤ 10 s, none early";

    private final Table table;
    private final Subject subject;
    private final Clock clock;
    private final Reminders reminders;

    Punctuality(Table table, Subject subject, Clock clock) {
        this.table = table;
        this.subject = subject;
        this.clock = clock;
        this.reminders = new Reminders(subject.schema());
    }

    void measure() throws SQLException {
        var pattern = planOne();
        var start = clock.instant().plusSeconds(20);
        var count = A_MINUTE * MINUTES;
        reminders.copy(pattern, count, n -> start.plusMillis(n * 60_000L / A_MINUTE));
        var delays = delaysOf(count);
        table.add(
                "reminders submitted after they were due, " + A_MINUTE + " due a minute: earliest / median / p99",
                Table.number("%.2f s", delays[0]) + " / " + Table.number("%.2f s", delays[count / 2]) + " / "
                        + Table.number("%.2f s", delays[(int) (count * 0.99)]),
                "",
                "",
                AIM);
        var now = clock.instant();
        reminders.copy(pattern, AT_ONCE, n -> now);
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
        var delays = reminders.delays();
        Arrays.sort(delays);
        return delays;
    }

    /** Books an appointment through the front door, and answers the reminder that was planned for it. */
    private long planOne() throws SQLException {
        var shop = subject.shop();
        var operator = subject.server().operator();
        expect(200, operator.send("PATCH", shop.path(), """
                {"quietFromMinute": 0, "quietToMinute": 0}""").status());
        expect(201, shop.api().post(shop.path() + "/reminderRules", """
                {"audience": "CLIENT", "channel": "SMS", "unit": "HOURS", "amount": 3}""").status());
        var wish = shop.wish(
                        shop.staff().get(0),
                        clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(20)))
                .add("smsConsent", true)
                .add("client", Json.createObjectBuilder().add("name", "Client").add("mobile", "+12125550123"));
        expect(
                201,
                shop.api()
                        .post(shop.path() + "/appointments", wish.build().toString())
                        .status());
        return reminders.planned();
    }

    private static void expect(int wanted, int status) {
        if (status != wanted) {
            throw new IllegalStateException("the server answers " + status);
        }
    }
}
