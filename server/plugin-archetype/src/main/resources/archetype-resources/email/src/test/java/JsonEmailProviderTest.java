package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.SettingFault;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.EmailSubmission;
import org.bookbell.spi.gateway.EmailSubmission.Attachment;
import org.bookbell.spi.gateway.GatewayContext;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.Heard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JsonEmailProviderTest {

    private final JsonEmailProvider provider = new JsonEmailProvider();

    @Test
    void no_line_break_begins_a_header_and_nothing_answers_by_itself() throws InterruptedException {
        var sent = documentOf("Tomorrow\r\nBcc: all@example.org");

        assertThat(sent.getString("subject")).isEqualTo("Tomorrow Bcc: all@example.org");
        assertThat(sent.getJsonObject("headers"))
                .isEqualTo(Json.createObjectBuilder()
                        .add("Auto-Submitted", "auto-generated")
                        .add("List-Unsubscribe", "<https://book.example.org/unsubscribe/abc>")
                        .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                        .build());
    }

    @Test
    void files_go_along() throws InterruptedException {
        var file = documentOf("Tomorrow").getJsonArray("attachments").getJsonObject(0);

        assertThat(file.getString("name")).isEqualTo("appointment.ics");
        assertThat(file.getString("content")).isEqualTo("SUNT");
    }

    @Test
    void all_faults_of_the_settings_are_told_at_once() {
        var wrong = Map.of("address", "https://[", "token", "two words", "timeoutSeconds", "0");

        assertThat(provider.validate(Settings.of(wrong)))
                .extracting(SettingFault::setting)
                .containsExactly("address", "token", "timeoutSeconds");
    }

    /** What the provider is sent for an e-mail with this subject and a file. */
    private JsonObject documentOf(String subject) throws InterruptedException {
        try (var fake = FakeHttpProvider.start();
                var gateway = provider.open(context(fake.address("/messages")))) {
            gateway.submit(anEmail(subject));
            try (var sent =
                    Json.createReader(new StringReader(fake.awaitRequest().text()))) {
                return sent.readObject();
            }
        }
    }

    private static EmailSubmission anEmail(String subject) {
        var file = new Attachment("appointment.ics", "text/calendar", "ICS".getBytes(StandardCharsets.UTF_8));
        return new EmailSubmission(
                "0ABCDEFGHJKMN",
                "ann@example.org",
                "Practice",
                Optional.of("desk@example.org"),
                subject,
                "Tomorrow at 9",
                Optional.of(URI.create("https://book.example.org/unsubscribe/abc")),
                List.of(file),
                Duration.ofHours(1));
    }

    private GatewayContext context(String address) {
        var settings = Settings.of(Map.of("address", address, "token", "a-token-of-no-use"));
        return new GatewayContext("main", settings.withDefaults(provider.settings()), Clock.systemUTC(), new Heard());
    }
}
