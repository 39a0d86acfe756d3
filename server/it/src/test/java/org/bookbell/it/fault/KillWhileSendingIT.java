package org.bookbell.it.fault;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany.Desk;
import org.bookbell.it.plugin.CourierCompany.Taken;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The power fails again and again while thousands of reminders are being sent: none is lost, none is sent twice by a
 * gateway that knows repeats, and by any other only what was on its way at that moment.
 */
class KillWhileSendingIT {

    private static final Logger LOG = System.getLogger(KillWhileSendingIT.class.getName());
    private static final int MESSAGES = 2_000;
    private static final int KILLS = Boolean.getBoolean("bookbell.it.full") ? 20 : 5;
    private static final int ANSWER_AFTER_MILLIS = 100;
    /** So many of a gateway's messages are worked on at once, see {@code Lane}. */
    private static final int AT_ONCE = 64;

    private static final String TO_FORGETFUL = "+1917";
    private static final String TO_KNOWING = "+1646";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    static Stream<Vendor> vendors() {
        return Vendor.inGate(Vendor.MARIADB, Vendor.MYSQL);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void whenever_it_is_killed_every_reminder_is_sent_and_none_twice_without_need(Vendor vendor) throws SQLException {
        try (var sending = Sending.on(vendor.freshSchema(), folder)) {
            var forgetful = sending.desk("forgetful", ANSWER_AFTER_MILLIS, false);
            var knowing = sending.desk("knowing", ANSWER_AFTER_MILLIS, true);
            sending.route(TO_FORGETFUL, "forgetful");
            sending.route(TO_KNOWING, "knowing");
            var now = Instant.now();
            sending.reminders.copy(
                    MESSAGES, n -> Copy.due((n % 2 == 0 ? TO_FORGETFUL : TO_KNOWING) + (1_000_000 + n), now));

            var slowest = Duration.ZERO;
            var slowestStart = Duration.ZERO;
            var seed = now.toEpochMilli();
            for (var point : points(new Random(seed))) {
                awaitTaken(forgetful, knowing, point);
                sending.server.kill();
                var before = forgetful.count() + knowing.count();
                var begun = Instant.now();
                sending.server.startAgain();
                var ready = Instant.now();
                awaitTaken(forgetful, knowing, before + 1);
                var sent = Instant.now();
                slowest = longer(slowest, Duration.between(ready, sent));
                slowestStart = longer(slowestStart, Duration.between(begun, sent));
            }
            sending.awaitDecided();
            sending.reminders.stopBeingUseful();
            sending.awaitOutcomes();

            var twice = times(forgetful).values().stream()
                    .filter(times -> times > 1)
                    .count();
            LOG.log(
                    Level.INFO,
                    "{0}, seed {1}: {2} messages, {3} kills, {4} sent twice by a gateway that knows no repeats,"
                            + " at most {5} ms from a ready server and {6} ms from its process to the next message",
                    vendor,
                    Long.toString(seed),
                    MESSAGES,
                    KILLS,
                    twice,
                    slowest.toMillis(),
                    slowestStart.toMillis());
            var states = sending.reminders.states();
            var cutOffTwice = sending.reminders.called();
            assertThat(states.get("ACCEPTED") + cutOffTwice.size()).isEqualTo(MESSAGES);
            assertThat(cutOffTwice)
                    .as("hit by two kills, so that a person is told")
                    .hasSize(states.getOrDefault("UNKNOWN", 0L).intValue())
                    .hasSizeLessThanOrEqualTo(KILLS * AT_ONCE)
                    .allMatch(number -> number.startsWith(TO_FORGETFUL));
            var sentOrCalled = new HashSet<>(cutOffTwice);
            sentOrCalled.addAll(times(forgetful).keySet());
            assertThat(sentOrCalled).hasSize(MESSAGES / 2);
            assertThat(times(forgetful))
                    .allSatisfy((number, times) -> assertThat(times).isLessThanOrEqualTo(2));
            assertThat(twice).isLessThanOrEqualTo((long) KILLS * AT_ONCE);
            assertThat(times(knowing))
                    .hasSize(MESSAGES / 2)
                    .allSatisfy((number, times) -> assertThat(times).isEqualTo(1));
            assertThat(slowest).isLessThan(GOES_ON_WITHIN);
        }
    }

    /** How many messages are taken when the power fails, at random, with room for each kill to be in the middle. */
    private static List<Integer> points(Random random) {
        return random.ints(1, MESSAGES * 9 / 10)
                .distinct()
                .limit(KILLS)
                .sorted()
                .boxed()
                .toList();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static void awaitTaken(Desk one, Desk other, int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> one.count() + other.count() >= count);
    }

    private static Map<String, Long> times(Desk desk) {
        return desk.taken().stream()
                .filter(taken ->
                        taken.to().startsWith(TO_FORGETFUL) || taken.to().startsWith(TO_KNOWING))
                .collect(groupingBy(Taken::to, counting()));
    }
}
