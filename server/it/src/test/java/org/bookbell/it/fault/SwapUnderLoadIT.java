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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany.Desk;
import org.bookbell.it.plugin.CourierCompany.Taken;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An operator makes one gateway after the other the primary while hundreds of messages fall due each second: each message is
 * sent once, whichever way it goes, and the new primary is used at once.
 */
class SwapUnderLoadIT {

    private static final Logger LOG = System.getLogger(SwapUnderLoadIT.class.getName());
    private static final boolean IS_FULL = Boolean.getBoolean("bookbell.it.full");
    private static final int MESSAGES = IS_FULL ? 10_000 : 3_000;
    private static final int SWAPS = IS_FULL ? 8 : 3;
    /** So many fall due ten times a second. */
    private static final int AT_ONCE = 50;

    private static final Duration STEP = Duration.ofMillis(100);
    /** Until all have their due times. */
    private static final Duration BEFORE = Duration.ofSeconds(2);

    private static final Duration FIRST_WITHIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PREFIX = "+1917";

    @TempDir
    private Path folder;

    static Stream<Vendor> vendors() {
        return Vendor.inGate(Vendor.MARIADB, Vendor.MYSQL);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void whichever_gateway_is_the_primary_each_message_is_sent_once_and_the_new_one_soon(Vendor vendor)
            throws SQLException {
        var patientWithGateways = Map.of("bookbell.gateway.timeout", "PT30S");
        try (var sending = Sending.on(vendor.freshSchema(), folder, patientWithGateways)) {
            var desks = Map.of("one", sending.desk("one", 5, false), "two", sending.desk("two", 5, false));
            makePrimary(sending, "one");
            sending.sendOne("+17185550100");
            var inAnHour = Instant.now().plus(Duration.ofHours(1));
            sending.reminders.copy(MESSAGES, n -> Copy.due(PREFIX + (1_000_000 + n), inAnHour));
            sending.reminders.fallDue(Instant.now().plus(BEFORE), AT_ONCE, STEP);

            var firstAfter = new ArrayList<Duration>();
            for (var number = 1; number <= SWAPS; number++) {
                // as much again is left behind the last one
                awaitTaken(desks, MESSAGES / (SWAPS + 2) * number);
                firstAfter.add(swap(sending, desks, number % 2 == 0 ? "one" : "two"));
            }
            sending.awaitDecided();

            var times = times(desks);
            var lost = MESSAGES - times.size();
            var twice = times.values().stream().filter(count -> count > 1).count();
            log(vendor, firstAfter, lost, twice);
            assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", (long) MESSAGES));
            assertThat(lost).isZero();
            assertThat(twice).isZero();
            assertThat(sending.reminders.submitted()).isEqualTo(MESSAGES);
            assertThat(firstAfter).allSatisfy(time -> assertThat(time).isLessThan(FIRST_WITHIN));
        }
    }

    private static void makePrimary(Sending sending, String gateway) {
        var answer = sending.operator.post("/api/v1/operator/routes/primary/" + gateway);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** Makes {@code gateway} the primary, and answers how long it was until it took its first message. */
    private static Duration swap(Sending sending, Map<String, Desk> desks, String gateway) {
        var desk = desks.get(gateway);
        var asked = Instant.now();
        makePrimary(sending, gateway);
        var first = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> firstAfter(asked, desk), Optional::isPresent)
                .orElseThrow();
        return Duration.between(asked, first);
    }

    private static Optional<Instant> firstAfter(Instant moment, Desk desk) {
        return desk.taken().stream().map(Taken::at).filter(moment::isBefore).findFirst();
    }

    private static void awaitTaken(Map<String, Desk> desks, int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> desks.values().stream().mapToInt(Desk::count).sum() >= count);
    }

    private static Map<String, Long> times(Map<String, Desk> desks) {
        return desks.values().stream()
                .flatMap(desk -> desk.taken().stream())
                .map(Taken::to)
                .filter(number -> number.startsWith(PREFIX))
                .collect(groupingBy(number -> number, counting()));
    }

    private static void log(Vendor vendor, List<Duration> firstAfter, int lost, long twice) {
        LOG.log(
                Level.INFO,
                "{0}: {1} messages, {2} a second, {3} swaps, {4} lost, {5} twice; the new primary took its first after {6} ms",
                vendor,
                MESSAGES,
                AT_ONCE * Duration.ofSeconds(1).dividedBy(STEP),
                firstAfter.size(),
                lost,
                twice,
                firstAfter.stream().map(Duration::toMillis).toList());
    }
}
