package org.bookbell.it.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany.Desk;
import org.bookbell.it.plugin.CourierCompany.Taken;
import org.bookbell.it.server.BookbellServer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two servers on one database, of which one believes that it is an hour later or earlier; and then the other one dies. */
class TwoNodesIT {

    private static final Logger LOG = System.getLogger(TwoNodesIT.class.getName());
    private static final String PREFIX = "+1917";
    private static final String BOTH = "+1646";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** So many of a gateway's messages are worked on at once, see {@code Lane}. */
    private static final int AT_ONCE = 64;

    private static final Pattern LINE = Pattern.compile("^[-0-9]{10}T[:.0-9]+Z(?= )");
    private static final int DUE = 400;
    private static final int NOT_YET = 200;

    @TempDir
    private Path folder;

    static IntStream hours() {
        return Boolean.getBoolean("bookbell.it.full") ? IntStream.of(1, -1) : IntStream.of(1);
    }

    @ParameterizedTest
    @MethodSource("hours")
    void nothing_is_sent_early_and_nothing_twice(int hours) throws SQLException {
        var schema = Vendor.MARIADB.freshSchema();
        try (var sending = Sending.on(schema, folder)) {
            var desk = sending.desk("desk", 20, false);
            sending.sendOne("+17185550100");
            var other = BookbellServer.on(schema, FalseTime.off(hours, secondOf(sending)));
            try {
                sendWhileBothLive(sending, desk);
                var before = desk.count();
                var now = Instant.now();
                sending.reminders.copy(
                        DUE + NOT_YET,
                        n -> Copy.due(PREFIX + (1_000_000 + n), n < DUE ? now : now.plus(Duration.ofMinutes(30))));
                await().atMost(PATIENCE).until(() -> desk.count() >= before + DUE / 2);
                sending.server.kill();

                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(250))
                        .until(() -> sending.reminders.states().equals(Map.of("ACCEPTED", (long) DUE, "PLANNED", (long)
                                NOT_YET)));
                assertThat(timeOf(other))
                        .as("what the other one believes")
                        .isCloseTo(now.plus(Duration.ofHours(hours)), within(10, ChronoUnit.MINUTES));
            } finally {
                other.kill();
            }
            var times = times(desk, PREFIX);
            var twice = times.values().stream().filter(count -> count > 1).count();
            LOG.log(
                    Level.INFO,
                    "other clock {0} h off, {1} due, {2} due in half an hour: {3} sent, {4} of them twice because the"
                            + " first server was killed",
                    hours,
                    DUE,
                    NOT_YET,
                    times.size(),
                    twice);
            assertThat(times).hasSize(DUE);
            assertThat(twice)
                    .as("on their way when the first server was killed")
                    .isLessThanOrEqualTo(AT_ONCE);
        }
    }

    private static void sendWhileBothLive(Sending sending, Desk desk) throws SQLException {
        var now = Instant.now();
        sending.reminders.copy(DUE, n -> Copy.due(BOTH + (1_000_000 + n), now));

        sending.awaitDecided();

        assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", (long) DUE));
        var times = times(desk, BOTH);
        LOG.log(
                Level.INFO,
                "both alive: {0} due, {1} sent, {2} times",
                DUE,
                times.size(),
                times.values().stream().mapToLong(count -> count).sum());
        assertThat(times)
                .hasSize(DUE)
                .allSatisfy((number, count) -> assertThat(count).as(number).isEqualTo(1));
    }

    private static Map<String, Long> times(Desk desk, String prefix) {
        return desk.taken().stream()
                .map(Taken::to)
                .filter(to -> to.startsWith(prefix))
                .collect(groupingBy(to -> to, counting()));
    }

    private Map<String, String> secondOf(Sending sending) {
        var settings = new HashMap<>(Sending.settings(folder));
        settings.put("bookbell.node", "2");
        settings.put(
                "bookbell.key-file", sending.server.data().resolve("secret.key").toString());
        return settings;
    }

    /** The time of the first line in its log. */
    private static Instant timeOf(BookbellServer server) {
        try (var lines = Files.lines(server.data().resolve("log/server.0.log"))) {
            return lines.map(LINE::matcher)
                    .filter(Matcher::find)
                    .map(line -> Instant.parse(line.group()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
