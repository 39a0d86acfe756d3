package org.bookbell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.http.Gateways.anSms;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bookbell.http.rule.Placeholder;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult.Forged;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Holds docs/providers/http.md to what the provider does. */
@Timeout(60)
class HttpDocumentationTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "providers", "http.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private final FakeHttpProvider acme = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        acme.close();
    }

    @Test
    void every_setting_choice_and_placeholder_is_explained() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(new HttpProvider().settings())
                .extracting(Setting::name)
                .allMatch(name -> page.contains("`" + name + "`"));
        assertThat(new HttpProvider().settings())
                .flatExtracting(Setting::choices)
                .allMatch(choice -> page.contains("`" + choice + "`"));
        assertThat(Placeholder.values()).allMatch(placeholder -> page.contains("`" + placeholder + "`"));
        assertThat(RefusalReason.values()).allMatch(reason -> page.contains("`" + reason + "`"));
    }

    @Test
    void the_example_submits_as_its_gateway_documents() throws IOException, InterruptedException {
        acme.next(
                FakeAnswer.json(201, "{\"message\": {\"id\": \"a1b2\", \"parts\": 2}}"),
                FakeAnswer.json(422, "{\"error\": {\"code\": \"BLOCKED_BY_USER\"}}"));

        try (var gateway = example()) {
            assertThat(gateway.submit(anSms())).isEqualTo(SubmitResult.accepted("a1b2", 2));
            assertThat(gateway.submit(anSms()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.OPTED_OUT));
        }
        var request = acme.awaitRequest();
        assertThat(request.header("X-Api-Key")).contains("your key");
        assertThat(request.text())
                .isEqualTo("{\"to\":\"+12125550123\",\"from\":\"Practice\",\"text\":\"Tomorrow at 9\","
                        + "\"clientRef\":\"0HZX5A7PQ9K3M\",\"callback\":\"" + Gateways.HOOK + "\",\"ttlMinutes\":60}");
    }

    @Test
    void the_example_reads_the_calls_that_its_gateway_documents() throws IOException {
        var receipt = Calls.json("{\"id\": \"a1b2\", \"clientRef\": \"0HZX5A7PQ9K3M\", \"state\": \"FAILED\","
                + " \"reason\": \"PHONE_OFF\", \"at\": \"2026-11-22T12:00:05Z\"}");
        var reply = Calls.json(
                "{\"from\": \"+12125550123\", \"to\": \"+12125550199\", \"body\": \"C\", \"messageId\": \"mo-9\"}");

        try (var gateway = example()) {
            assertThat(gateway.abilities())
                    .containsExactlyInAnyOrder(
                            Ability.RECEIPTS, Ability.VALIDITY, Ability.REPLIES, Ability.HOOK, Ability.SIGNED_HOOK);
            assertThat(gateway.readHook(receipt)).isInstanceOf(Forged.class);
            assertThat(((Understood) gateway.readHook(signed(receipt))).receipts())
                    .singleElement()
                    .satisfies(read -> {
                        assertThat(read.attemptId()).contains("0HZX5A7PQ9K3M");
                        assertThat(read.state()).isEqualTo(State.UNDELIVERED);
                        assertThat(read.reason()).contains(RefusalReason.RECIPIENT_UNREACHABLE);
                        assertThat(read.occurredAt()).contains(Instant.parse("2026-11-22T12:00:05Z"));
                    });
            assertThat(((Understood) gateway.readHook(signed(reply))).replies())
                    .singleElement()
                    .satisfies(read -> {
                        assertThat(read.text()).isEqualTo("C");
                        assertThat(read.providerMessageId()).isEqualTo(Optional.of("mo-9"));
                    });
        }
    }

    private static HookRequest signed(HookRequest call) throws IOException {
        var signature = Calls.hex(Calls.hmac("HmacSHA256", settings().get("hookSecret"), call.body()));
        return Calls.with(call, "X-Acme-Signature", "sha256=" + signature);
    }

    /** The example of the page, at another address. */
    private SmsGateway example() throws IOException {
        var settings = new HashMap<>(settings());
        settings.put("address", acme.address("/v2/messages"));
        return Gateways.open(settings);
    }

    private static Map<String, String> settings() throws IOException {
        var example = EXAMPLE.matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        var settings = new HashMap<String, String>();
        try (var reader = Json.createReader(new StringReader(example.group(1)))) {
            var given = reader.readObject().getJsonObject("settings");
            given.keySet().forEach(name -> settings.put(name, given.getString(name)));
        }
        return settings;
    }
}
