package org.bookbell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.http.Gateways.HOOK;
import static org.bookbell.http.Gateways.SECRET;
import static org.bookbell.http.Gateways.anSms;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.Setting;
import org.bookbell.spi.gateway.Ability;
import org.bookbell.spi.gateway.CheckResult.Outcome;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.HookResult.Understood;
import org.bookbell.spi.gateway.Receipt.State;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsGateway;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpPresetsTest {

    /** As in the vendor's own client, github.com/messagebird/go-rest-api, sms/testdata/messageObject.json. */
    private static final String MESSAGEBIRD_ANSWER = """
            {"body": "Hello World", "createdDatetime": "2022-01-05T10:02:59+00:00", "datacoding": "plain", "direction": "mt",
             "gateway": 239, "href": "https://rest.messagebird.com/messages/6fe65f90454aa61536e6a88b88972670",
             "id": "6fe65f90454aa61536e6a88b88972670", "mclass": 1, "originator": "TestName", "recipients": {"items": [
             {"recipient": 31612345678, "status": "sent", "statusDatetime": "2022-01-05T10:02:59+00:00",
             "messagePartCount": 1}], "totalCount": 1, "totalDeliveredCount": 0, "totalDeliveryFailedCount": 0,
             "totalSentCount": 1}, "reference": null, "scheduledDatetime": null, "type": "sms", "typeDetails": {},
             "validity": null}""";

    /** As in the vendor's own client, github.com/plivo/plivo-go, fixtures/messageSendResponse.json. */
    private static final String PLIVO_ANSWER = """
            {"api_id": "948b53a2-3f08-11e7-b6f4-061564b78b75", "message": "message(s) queued",
             "message_uuid": ["5b40a428-bfc7-4daf-9d06-726c558bf3b8"]}""";

    private final FakeHttpProvider provider = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messagebird", "plivo"})
    void a_preset_sets_what_is_declared_and_leaves_only_the_account(String name) {
        var declared = new HttpProvider().settings().stream().map(Setting::name).toList();
        var account = Map.of("preset", name, "username", "user", "secret", SECRET, "accountSender", "Practice");

        assertThat(Presets.of(name).keySet()).isSubsetOf(declared);
        try (var gateway = Gateways.open(account)) {
            assertThat(gateway.abilities()).containsExactlyInAnyOrder(Ability.RECEIPTS, Ability.HOOK, Ability.VALIDITY);
        }
    }

    @Test
    void messagebird_gets_json_with_its_key_and_where_to_report() throws InterruptedException {
        provider.answering(FakeAnswer.json(201, MESSAGEBIRD_ANSWER));

        try (var gateway = messagebird()) {
            assertThat(gateway.submit(anSms("Zoë", Optional.of("+12125550199"), Duration.ofMinutes(90))))
                    .isEqualTo(SubmitResult.accepted("6fe65f90454aa61536e6a88b88972670", 1));
        }

        var request = provider.awaitRequest();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Authorization")).contains("AccessKey " + SECRET);
        assertThat(request.header("Accept")).contains("application/json");
        assertThat(request.text())
                .isEqualTo("{\"recipients\":[\"12125550123\"],\"originator\":\"12125550199\",\"body\":\"Zoë\","
                        + "\"datacoding\":\"auto\",\"reference\":\"0HZX5A7PQ9K3M\",\"reportUrl\":\"" + HOOK
                        + "\",\"validity\":5400}");
    }

    @ParameterizedTest
    @CsvSource({
        "401, 2, ACCOUNT",
        "422, 25, ACCOUNT",
        "422, 9, SENDER_OR_ROUTE",
        "422, 10, SENDER_OR_ROUTE",
        "404, 20, OTHER",
        "422, 99, OTHER"
    })
    void messagebirds_errors_mean_what_its_client_says(int status, String code, RefusalReason reason)
            throws InterruptedException {
        provider.answering(FakeAnswer.json(
                status,
                "{\"errors\":[{\"code\":" + code + ",\"description\":\"no (+12125550123)\",\"parameter\":null}]}"));

        try (var gateway = messagebird()) {
            assertThat(gateway.submit(anSms()))
                    .isEqualTo(new Refused(reason, code, "The gateway answered with status " + status + "."));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled, BUFFERED",
        "sent, BUFFERED",
        "buffered, BUFFERED",
        "delivered, DELIVERED",
        "expired, UNDELIVERED",
        "delivery_failed, UNDELIVERED"
    })
    void messagebirds_status_reports_are_receipts(String status, State state) {
        var call = Calls.get("id=6fe65f90454aa61536e6a88b88972670&reference=0HZX5A7PQ9K3M&recipient=31612345678&status="
                + status + "&statusDatetime=2022-01-05T10%3A02%3A59%2B00%3A00&statusErrorCode=5");

        try (var gateway = messagebird()) {
            assertThat(understood(gateway, call).receipts()).singleElement().satisfies(receipt -> {
                assertThat(receipt.state()).isEqualTo(state);
                assertThat(receipt.providerMessageId()).contains("6fe65f90454aa61536e6a88b88972670");
                assertThat(receipt.attemptId()).contains("0HZX5A7PQ9K3M");
                assertThat(receipt.occurredAt()).contains(Instant.parse("2022-01-05T10:02:59Z"));
                assertThat(receipt.code()).contains("5");
            });
        }
    }

    @Test
    void what_recipients_answer_over_messagebird_is_a_reply() {
        try (var gateway = messagebird()) {
            assertThat(understood(gateway, Calls.form("originator=31612345678&payload=STOP"))
                            .replies())
                    .singleElement()
                    .satisfies(reply -> {
                        assertThat(reply.from()).isEqualTo("+31612345678");
                        assertThat(reply.text()).isEqualTo("STOP");
                    });
        }
    }

    @Test
    void plivo_gets_json_below_its_account() throws InterruptedException {
        provider.answering(FakeAnswer.json(202, PLIVO_ANSWER));

        try (var gateway = plivo()) {
            assertThat(gateway.submit(anSms("Zoë", Optional.empty(), Duration.ofHours(48))))
                    .isEqualTo(new Accepted(Optional.of("5b40a428-bfc7-4daf-9d06-726c558bf3b8"), Optional.empty()));
        }

        var request = provider.awaitRequest();
        assertThat(request.path()).isEqualTo("/v1/Account/MAXX/Message/");
        assertThat(request.header("Authorization").orElse("")).startsWith("Basic ");
        assertThat(request.text())
                .isEqualTo("{\"src\":\"12125550199\",\"dst\":\"12125550123\",\"text\":\"Zoë\",\"url\":\"" + HOOK
                        + "\",\"method\":\"POST\",\"message_expiry\":10799}");
    }

    @ParameterizedTest
    @CsvSource({"400, SENDER_OR_ROUTE", "401, ACCOUNT", "404, ACCOUNT", "405, OTHER", "429, THROTTLED"})
    void plivos_errors_mean_what_its_documents_say(int status, RefusalReason reason) throws InterruptedException {
        provider.answering(FakeAnswer.json(status, "{\"api_id\":\"x\",\"error\":\"12125550123 is no destination\"}"));

        try (var gateway = plivo()) {
            assertThat(gateway.submit(anSms()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "queued, , BUFFERED, ",
        "sent, , BUFFERED, ",
        "delivered, 000, DELIVERED, ",
        "failed, 420, UNDELIVERED, ",
        "failed, 900, UNDELIVERED, ACCOUNT",
        "failed, 200, UNDELIVERED, OPTED_OUT",
        "rejected, 110, UNDELIVERED, CONTENT",
        "undelivered, 20, UNDELIVERED, UNAVAILABLE",
        "undelivered, 30, UNDELIVERED, BLOCKED",
        "undelivered, 40, UNDELIVERED, SENDER_OR_ROUTE",
        "undelivered, 50, UNDELIVERED, INVALID_RECIPIENT",
        "undelivered, 70, UNDELIVERED, ",
        "undelivered, 80, UNDELIVERED, RECIPIENT_UNREACHABLE",
        "undelivered, 1000, UNDELIVERED, "
    })
    void plivos_callbacks_are_receipts(String status, String code, State state, RefusalReason reason) {
        var call = Calls.form("MessageUUID=5b40a428&To=12125550123&From=12125550199&Type=sms&Units=1&Sequence=2&Status="
                + status + "&DeliveryReportTime=2024-08-21+18%3A28%3A51.947720"
                + (code == null ? "" : "&ErrorCode=" + code));

        try (var gateway = plivo()) {
            assertThat(understood(gateway, call).receipts()).singleElement().satisfies(receipt -> {
                assertThat(receipt.state()).isEqualTo(state);
                assertThat(receipt.providerMessageId()).contains("5b40a428");
                assertThat(receipt.code()).isEqualTo(Optional.ofNullable(code));
                assertThat(receipt.reason()).isEqualTo(Optional.ofNullable(reason));
                assertThat(receipt.occurredAt()).isEmpty();
            });
        }
    }

    @Test
    void what_recipients_answer_over_plivo_is_a_reply() {
        var call = Calls.form("From=12125550123&To=12125550199&Text=Yes+please&Type=sms&MessageUUID=r1&Units=1");

        try (var gateway = plivo()) {
            assertThat(understood(gateway, call).replies()).singleElement().satisfies(reply -> {
                assertThat(reply.from()).isEqualTo("+12125550123");
                assertThat(reply.to()).contains("12125550199");
                assertThat(reply.text()).isEqualTo("Yes please");
                assertThat(reply.providerMessageId()).contains("r1");
            });
        }
    }

    @Test
    void what_an_operator_sets_counts_before_the_preset() throws InterruptedException {
        provider.answering(FakeAnswer.text(200, "done 7"));
        var more = Map.of(
                "body", "to={to}&text={text}", "bodyFormat", "form", "messageId", "done (\\d+)", "method", "PUT");

        try (var gateway = plivo(more)) {
            assertThat(gateway.submit(anSms())).isEqualTo(SubmitResult.accepted("7"));
        }
        assertThat(provider.awaitRequest().method()).isEqualTo("PUT");
    }

    @Test
    void the_check_asks_for_the_account() {
        provider.next(FakeAnswer.json(200, "{}"), FakeAnswer.status(401), FakeAnswer.status(500), FakeAnswer.cut());

        try (var gateway = plivo()) {
            assertThat(gateway.check().outcome()).isEqualTo(Outcome.WORKS);
            assertThat(gateway.check().outcome()).isEqualTo(Outcome.FAILS);
            assertThat(gateway.check().outcome()).isEqualTo(Outcome.FAILS);
            assertThat(gateway.check().outcome()).isEqualTo(Outcome.FAILS);
        }
        assertThat(provider.requests()).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.path()).isEqualTo("/v1/Account/MAXX/");
            assertThat(request.header("Authorization")).isPresent();
        });
    }

    private static Understood understood(SmsGateway gateway, HookRequest call) {
        var result = gateway.readHook(call);
        assertThat(result).isInstanceOf(Understood.class);
        return (Understood) result;
    }

    private SmsGateway messagebird() {
        return Gateways.open(
                Map.of("preset", "messagebird", "address", provider.address("/messages"), "secret", SECRET));
    }

    private SmsGateway plivo() {
        return plivo(Map.of());
    }

    private SmsGateway plivo(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "preset", "plivo",
                "address", provider.address("/v1/Account/{username}/Message/"),
                "checkAddress", provider.address("/v1/Account/{username}/"),
                "username", "MAXX",
                "secret", SECRET,
                "accountSender", "+12125550199",
                "method", "default"));
        settings.putAll(more);
        return Gateways.open(settings);
    }
}
