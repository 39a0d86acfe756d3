package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JsonSmsProviderTest {

    private final JsonSmsProvider provider = new JsonSmsProvider();

    @Test
    void the_provider_is_told_who_gets_what() throws InterruptedException {
        try (var fake = FakeHttpProvider.start();
                var gateway = provider.open(context(fake.address("/messages")))) {
            gateway.submit(new SmsSubmission(
                    "0ABCDEFGHJKMN",
                    "+12125550123",
                    Optional.of("Practice"),
                    "Tomorrow, 9 “sharp”",
                    Duration.ofHours(1)));

            try (var sent =
                    Json.createReader(new StringReader(fake.awaitRequest().text()))) {
                assertThat(sent.readObject())
                        .isEqualTo(Json.createObjectBuilder()
                                .add("reference", "0ABCDEFGHJKMN")
                                .add("to", "+12125550123")
                                .add("text", "Tomorrow, 9 “sharp”")
                                .add("validSeconds", 3600)
                                .add("from", "Practice")
                                .build());
            }
        }
    }

    @Test
    void all_faults_of_the_settings_are_told_at_once() {
        var wrong = Map.of("address", "https://[", "token", "two words", "timeoutSeconds", "0");

        assertThat(provider.validate(Settings.of(wrong)))
                .extracting(SettingFault::setting)
                .containsExactly("address", "token", "timeoutSeconds");
    }

    private GatewayContext context(String address) {
        var settings = Settings.of(Map.of("address", address, "token", "a-token-of-no-use"));
        return new GatewayContext("main", settings.withDefaults(provider.settings()), Clock.systemUTC(), new Heard());
    }
}
