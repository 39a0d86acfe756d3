package org.bookbell.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.CourierCompany;
import org.bookbell.it.plugin.CourierCompany.Desk;
import org.bookbell.it.plugin.CourierCompany.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin is replaced and removed while messages go over it; the server is stopped for each, as its page says. */
class ChangedPluginIT {

    /** More than go out at 16 a second while a server on a busy machine stops, twice. */
    private static final int MESSAGES = 1_000;

    private static final int SOME = 20;
    private static final int ANSWER_AFTER_MILLIS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PREFIX = "+1917";

    @TempDir
    private Path folder;

    @Test
    void nothing_is_lost_or_sent_twice_when_a_plugin_is_replaced_removed_and_brought_back()
            throws SQLException, IOException {
        var patientWithGateways = Map.of("bookbell.gateway.timeout", "PT30S");
        try (var sending = Sending.on(Vendor.MARIADB.freshSchema(), folder, patientWithGateways)) {
            var desk = sending.desk("desk", ANSWER_AFTER_MILLIS, false);
            var now = Instant.now();
            sending.reminders.copy(MESSAGES, n -> Copy.due(PREFIX + (1_000_000 + n), now));
            stopOnceItSends(sending, desk);

            CourierCompany.laterPlugin(folder);
            sending.server.startAgain();
            stopOnceItSends(sending, desk);

            Files.delete(folder.resolve("courier.jar"));
            sending.server.startAgain();
            await("the gateway's fault")
                    .atMost(PATIENCE)
                    .until(() -> sending.operator
                            .get("/api/v1/operator/gateways")
                            .body()
                            .contains("The plugin courier is missing"));
            var taken = reminded(desk).size();
            assertThat(taken).isBetween(2 * SOME, MESSAGES - 1);
            await("what is claimed for a moment is given back")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(sending.reminders.states())
                            .isEqualTo(Map.of("ACCEPTED", (long) taken, "PLANNED", (long) MESSAGES - taken)));
            assertThat(sending.reminders.called()).isEmpty();
            sending.server.stop();

            CourierCompany.plugin(folder);
            desk.answerAfter(0);
            sending.server.startAgain();
            sending.awaitDecided();

            assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", (long) MESSAGES));
            assertThat(sending.reminders.submitted()).isEqualTo(MESSAGES);
            assertThat(reminded(desk)).hasSize(MESSAGES).doesNotHaveDuplicates();
        }
    }

    private static void stopOnceItSends(Sending sending, Desk desk) {
        var before = reminded(desk).size();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> reminded(desk).size() >= before + SOME);
        sending.server.stop();
    }

    /** Who was reminded; the gateway also takes what was planned before, for the reminder that was copied. */
    private static List<String> reminded(Desk desk) {
        return desk.taken().stream()
                .map(Taken::to)
                .filter(number -> number.startsWith(PREFIX))
                .toList();
    }
}
