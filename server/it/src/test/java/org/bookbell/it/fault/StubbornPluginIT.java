package org.bookbell.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bookbell.it.database.Vendor;
import org.bookbell.it.message.CopiedReminders.Copy;
import org.bookbell.it.plugin.PluginJars;
import org.bookbell.it.plugin.StubbornSms;
import org.bookbell.it.server.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin of the first gateway never answers, heeds no interruption and leaves threads behind: the rest goes on. */
class StubbornPluginIT {

    private static final int MESSAGES = 60;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final String PREFIX = "+1917";

    /** So that nobody takes the next gateway for stubborn too, however busy the machine is. */
    private static final Map<String, String> PATIENT = Map.of("bookbell.gateway.timeout", "PT10S");

    @TempDir
    private Path folder;

    @Test
    void everything_goes_over_the_next_gateway_and_the_server_stops_when_it_is_told() throws SQLException {
        PluginJars.stubborn(folder);
        try (var sending = Sending.on(Vendor.MARIADB.freshSchema(), folder, PATIENT)) {
            var gateway = Json.createObjectBuilder()
                    .add("name", "stubborn")
                    .add("kind", "SMS")
                    .add("provider", StubbornSms.NAME);
            Shop.create(sending.operator, "/api/v1/operator/gateways", gateway);
            var desk = sending.desk("sound", 0, false);
            sending.route(PREFIX, "stubborn", "sound");
            var now = Instant.now();

            sending.reminders.copy(MESSAGES, n -> Copy.due(PREFIX + (1_000_000 + n), now));
            sending.awaitDecided();

            assertThat(sending.reminders.states()).isEqualTo(Map.of("ACCEPTED", (long) MESSAGES));
            assertThat(desk.taken())
                    .filteredOn(taken -> taken.to().startsWith(PREFIX))
                    .hasSize(MESSAGES);
            var disabled = sending.operator.send("PUT", "/api/v1/operator/gateways/stubborn", "{\"enabled\": false}");
            assertThat(disabled.status()).as(disabled.toString()).isEqualTo(200);
            assertThat(sending.server.api().get("/health/ready").status()).isEqualTo(200);
            var asked = Instant.now();
            sending.server.stop();
            assertThat(Duration.between(asked, Instant.now())).isLessThan(LONGEST_STOP);
        }
    }
}
