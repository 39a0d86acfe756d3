package org.bookbell.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany;
import org.bookbell.it.plugin.CourierCompany.Desk;
import org.bookbell.it.server.BookbellServer;
import org.bookbell.it.server.Shop;

/** As many reminders as a large school has, all due in the same minute, over one gateway that answers by HTTP. */
final class Rush {

    private static final int MESSAGES = Integer.getInteger("bookbell.bench.rush", 100_000);
    private static final int ANSWER_AFTER_MILLIS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** As many as the server lets messages be with a gateway at the same time. */
    private static final int PLACES = 16;

    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final Table table;
    private final Clock clock;

    Rush(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    void measure() throws SQLException {
        try (var company = CourierCompany.open()) {
            var server = BookbellServer.on(Vendor.MARIADB.freshSchema(), CopiedReminders.UNLIMITED);
            var desk = company.desk("desk", ANSWER_AFTER_MILLIS);
            Shop.create(
                    server.operator(),
                    "/api/v1/operator/gateways",
                    Json.createObjectBuilder()
                            .add("name", "desk")
                            .add("kind", "SMS")
                            .add("provider", "http")
                            .add(
                                    "settings",
                                    Json.createObjectBuilder()
                                            .add("address", desk.address().toString())
                                            .add("headers", "Message: {id} | Recipient: {to}")
                                            .add("body", "text={text}")
                                            .add("messageId", "taken (\\S+)")
                                            .add("knowsRepeats", "true")));
            var reminders = CopiedReminders.of(server, Shop.on(server, 1));
            var later = clock.instant().plus(Duration.ofHours(1));
            reminders.copy(MESSAGES, n -> Copy.due("+1917" + (1_000_000 + n), later));
            var due = clock.instant().plusSeconds(60);
            reminders.fallDue(due);

            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> desk.count() >= MESSAGES);
            var taken = desk.taken().stream()
                    .filter(each -> each.to().startsWith("+1917"))
                    .toList();
            if (taken.stream().map(CourierCompany.Taken::to).distinct().count() != MESSAGES) {
                throw new IllegalStateException("each of " + MESSAGES + " must be sent");
            }
            var last = taken.get(taken.size() - 1).at();
            var seconds = Duration.between(due, last).toMillis() / 1e3;
            server.stop();
            var control = plain(company.desk("control", ANSWER_AFTER_MILLIS));
            table.add(
                    MESSAGES + " reminders due at the same moment, a gateway by HTTP that answers after "
                            + ANSWER_AFTER_MILLIS + " ms: the last is sent after / such requests over " + PLACES
                            + " plain sockets",
                    Table.number("%.0f s", seconds) + ", " + Table.number("%.0f/s", MESSAGES / seconds),
                    Table.number("%.0f/s", control),
                    Table.number("%.0f %%", 100 * MESSAGES / seconds / control),
                    "≤ 60 s");
        }
    }

    /** How many requests as the server sends them go over plain sockets in a second, with nothing else to do. */
    private static double plain(Desk desk) {
        var text = "text=Reminder%3A%20your%20appointment%20is%20tomorrow%20at%209.";
        var request = ("POST " + desk.address().getPath() + " HTTP/1.1\r\nHost: "
                        + desk.address().getAuthority()
                        + "\r\nMessage: 0HZX5A7PQ9K3M\r\nRecipient: +19171000000\r\nContent-Length: " + text.length()
                        + "\r\n\r\n" + text)
                .getBytes(US_ASCII);
        return Load.run(desk.address(), PLACES, LENGTH, connection -> () -> request)
                .perSecond();
    }
}
