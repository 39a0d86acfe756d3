package org.bookbell.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany.Desk;
import org.bookbell.it.plugin.CourierCompany.Taken;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server is asked to stop while a slow gateway has messages on their way: their answers are waited for and recorded,
 * what was not begun waits for the next start, and nothing is sent twice.
 */
class StopWhileSendingIT {

    /** More than the gateway works on at once, so that some are in line when the stop comes. */
    private static final int MESSAGES = 60;

    private static final int ANSWER_AFTER_MILLIS = 3_000;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    /** As the shell and systemd tell of a process that SIGTERM ended: 128 + 15. */
    private static final int ENDED_BY_SIGTERM = 143;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PREFIX = "+1917";

    @TempDir
    private Path folder;

    static Stream<Vendor> vendors() {
        return Vendor.inGate(Vendor.MARIADB, Vendor.MYSQL);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void what_is_on_its_way_is_finished_and_the_rest_waits_for_the_next_start(Vendor vendor) throws SQLException {
        var patientWithGateways = Map.of("bookbell.gateway.timeout", "PT30S");
        try (var sending = Sending.on(vendor.freshSchema(), folder, patientWithGateways)) {
            var desk = sending.desk("slow", ANSWER_AFTER_MILLIS, false);
            sending.route(PREFIX, "slow");
            var now = Instant.now();
            sending.reminders.copy(MESSAGES, n -> Copy.due(PREFIX + (1_000_000 + n), now));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> desk.asked().stream().anyMatch(number -> number.startsWith(PREFIX)));

            var asked = Instant.now();
            var exitCode = sending.server.stop();
            var stopTook = Duration.between(asked, Instant.now());

            assertThat(exitCode).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(stopTook).isLessThan(LONGEST_STOP);
            assertThat(desk.count()).isEqualTo(desk.calls().size());
            var taken = reminded(desk).size();
            assertThat(taken).isPositive().isLessThan(MESSAGES);
            assertThat(sending.reminders.states())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("ACCEPTED", (long) taken, "PLANNED", (long) MESSAGES - taken));
            assertThat(sending.reminders.submitted()).isEqualTo(taken);

            sending.server.startAgain();
            sending.awaitDecided();

            assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", (long) MESSAGES));
            assertThat(sending.reminders.submitted()).isEqualTo(MESSAGES);
            assertThat(reminded(desk)).hasSize(MESSAGES).doesNotHaveDuplicates();
        }
    }

    /** Who was reminded; the gateway also takes what was planned before, for the reminder that was copied. */
    private static List<String> reminded(Desk desk) {
        return desk.taken().stream()
                .map(Taken::to)
                .filter(number -> number.startsWith(PREFIX))
                .toList();
    }
}
