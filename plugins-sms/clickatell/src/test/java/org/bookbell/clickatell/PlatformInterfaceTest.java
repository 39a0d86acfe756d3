package org.bookbell.clickatell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.FakeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SMS API and the One API of the platform. */
@Timeout(180)
class PlatformInterfaceTest {

    private final FakeHttpProvider clickatell = FakeClickatell.start();

    @AfterEach
    void stop() {
        clickatell.close();
    }

    @Test
    void the_sms_api_is_posted_all_that_it_must_know() throws InterruptedException {
        var request = sent("sms", Map.of("sender", "+12125550199"), Accounts.anSms("Tomorrow at 9, \"20 €\"\nZoë 😀"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/messages");
        assertThat(request.header("Authorization")).contains(FakeClickatell.KEY);
        assertThat(request.header("Content-Type")).contains("application/json");
        assertThat(request.text())
                .isEqualTo("{\"content\":\"Tomorrow at 9, \\\"20 €\\\"\\nZoë 😀\",\"to\":[\"12125550123\"],"
                        + "\"clientMessageId\":\"" + Accounts.ATTEMPT
                        + "\",\"validityPeriod\":60,\"from\":\"12125550199\"}");
    }

    @Test
    void the_one_api_is_posted_all_that_it_must_know() throws InterruptedException {
        var request = sent("one", Map.of(), Accounts.anSms("Tomorrow at 9"));

        assertThat(request.path()).isEqualTo("/v1/message");
        assertThat(request.header("Authorization")).contains(FakeClickatell.KEY);
        assertThat(request.text())
                .isEqualTo("{\"messages\":[{\"channel\":\"sms\",\"to\":\"12125550123\",\"content\":\"Tomorrow at 9\","
                        + "\"clientMessageId\":\"" + Accounts.ATTEMPT + "\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "one"})
    void the_messages_sender_comes_before_the_accounts(String api) throws InterruptedException {
        var sms =
                new SmsSubmission(Accounts.ATTEMPT, "+12125550123", Optional.of("Salon"), "At 9", Duration.ofHours(1));

        assertThat(sent(api, Map.of("sender", "Practice"), sms).text()).contains("\"from\":\"Salon\"");
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 1", "PT1M59S, 1", "PT3H30M30S, 210", "P7D, 1440"})
    void the_validity_is_minutes_rounded_down_but_never_none(Duration validity, String minutes)
            throws InterruptedException {
        var sms = new SmsSubmission(Accounts.ATTEMPT, "+12125550123", Optional.empty(), "At 9", validity);

        assertThat(sent("sms", Map.of(), sms).text()).contains("\"validityPeriod\":" + minutes + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messages\":[{\"apiMessageId\":\"77fb\",\"accepted\":true,\"to\":\"1\",\"error\":null}],\"error\":null}",
                "{\"messages\":[{\"apiMsgId\":\"77fb\",\"accepted\":true}]}"
            })
    void what_was_accepted_has_an_id(String body) throws InterruptedException {
        assertThat(answered("sms", FakeAnswer.json(202, body)))
                .isEqualTo(new Accepted(Optional.of("77fb"), Optional.empty()));
        assertThat(answered("one", FakeAnswer.json(207, body)))
                .isEqualTo(new Accepted(Optional.of("77fb"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, ACCOUNT",
        "7, ACCOUNT",
        "101, SENDER_OR_ROUTE",
        "105, INVALID_RECIPIENT",
        "106, SENDER_OR_ROUTE",
        "113, CONTENT",
        "114, SENDER_OR_ROUTE",
        "121, OPTED_OUT",
        "122, OPTED_OUT",
        "128, OPTED_OUT",
        "130, ACCOUNT",
        "199, SENDER_OR_ROUTE",
        "301, ACCOUNT",
        "901, UNAVAILABLE",
        "555, OTHER",
        "123456, OTHER"
    })
    void a_code_of_the_sms_api_refuses_for_what_can_be_done(String code, RefusalReason reason)
            throws InterruptedException {
        var inMessage = "{\"messages\":[{\"apiMessageId\":null,\"accepted\":false,\"to\":\"12125550123\",\"errorCode\":"
                + code + ",\"error\":\"Wrong 12125550123\"}]}";
        var inRequest = "{\"messages\":[],\"errorCode\":" + code + ",\"error\":\"Wrong 12125550123\"}";

        refuses("sms", FakeAnswer.json(202, inMessage), code, reason);
        refuses("sms", FakeAnswer.json(400, inRequest), code, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 401, ACCOUNT",
        "18, 500, UNAVAILABLE",
        "19, 503, UNAVAILABLE",
        "20, 402, ACCOUNT",
        "21, 400, OTHER",
        "23, 400, SENDER_OR_ROUTE",
        "24, 400, CONTENT",
        "25, 400, INVALID_RECIPIENT",
        "26, 400, OPTED_OUT",
        "27, 400, INVALID_RECIPIENT",
        "38, 400, ACCOUNT",
        "43, 400, THROTTLED",
        "44, 400, SENDER_OR_ROUTE",
        "100, 400, CONTENT",
        "101, 207, SENDER_OR_ROUTE",
        "110, 400, SENDER_OR_ROUTE",
        "999, 400, OTHER"
    })
    void a_code_of_the_one_api_refuses_for_what_can_be_done(String code, int status, RefusalReason reason)
            throws InterruptedException {
        var error = "{\"code\":" + code + ",\"description\":\"Wrong 12125550123\"}";

        refuses(
                "one",
                FakeAnswer.json(
                        status,
                        "{\"messages\":[{\"apiMessageId\":null,\"accepted\":false,\"error\":" + error
                                + "}],\"error\":null}"),
                code,
                reason);
        refuses("one", FakeAnswer.json(status, "{\"messages\":[],\"error\":" + error + "}"), code, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"messages\":[{\"accepted\":false,\"error\":null}],\"error\":null}",
                "{\"messages\":[{\"accepted\":false,\"error\":\"Invalid number 12125550123\"}]}",
                "{\"messages\":[],\"error\":\"Something\"}"
            })
    void a_refusal_in_words_only_is_certain_too(String body) throws InterruptedException {
        refuses("sms", FakeAnswer.json(202, body), "", RefusalReason.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Welcome</html>",
                "{}",
                "[]",
                "{\"messages\":[]}",
                "{\"messages\":{\"accepted\":true}}",
                "{\"messages\":[7]}",
                "{\"messages\":[{\"accepted\":true}]}",
                "{\"messages\":[{\"accepted\":true,\"apiMessageId\":\" \"}]}"
            })
    void an_answer_that_is_none_of_clickatells_leaves_it_unclear(String body) throws InterruptedException {
        assertThat(answered("sms", FakeAnswer.of(202, "application/json", body)))
                .isInstanceOf(Unclear.class);
        assertThat(answered("one", FakeAnswer.of(200, "application/json", body)))
                .isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({
        "302, OTHER",
        "400, OTHER",
        "401, ACCOUNT",
        "402, ACCOUNT",
        "403, ACCOUNT",
        "404, OTHER",
        "413, CONTENT",
        "429, THROTTLED",
        "503, UNAVAILABLE"
    })
    void a_status_of_http_that_says_that_it_was_not_done_refuses(int status, RefusalReason reason)
            throws InterruptedException {
        refuses("sms", FakeAnswer.text(status, "no"), Integer.toString(status), reason);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504})
    void a_failure_on_the_way_leaves_it_unclear(int status) throws InterruptedException {
        assertThat(answered("one", FakeAnswer.text(status, "oops"))).isInstanceOf(Unclear.class);
    }

    @Test
    void who_asks_to_be_left_alone_is() throws InterruptedException {
        assertThat(answered("sms", FakeAnswer.status(503).with("Retry-After", "30")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.retryAfter()).contains(Duration.ofSeconds(30)));
    }

    @Test
    void a_text_with_half_of_a_character_is_not_sent() throws InterruptedException {
        try (var gateway = Accounts.open("sms", clickatell.address(""), Map.of())) {
            assertThat(gateway.submit(Accounts.anSms("At 9 \ud83d")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.CONTENT));
        }
        assertThat(clickatell.requests()).isEmpty();
    }

    private void refuses(String api, FakeAnswer answer, String code, RefusalReason reason) throws InterruptedException {
        assertThat(answered(api, answer)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.detail()).endsWith(".").doesNotContain("12125550123");
        });
    }

    private SubmitResult answered(String api, FakeAnswer answer) throws InterruptedException {
        clickatell.next(answer);
        try (var gateway = Accounts.open(api, clickatell.address(""), Map.of())) {
            return gateway.submit(Accounts.anSms("Tomorrow at 9"));
        }
    }

    private FakeRequest sent(String api, Map<String, String> settings, SmsSubmission sms) throws InterruptedException {
        try (var gateway = Accounts.open(api, clickatell.address(""), settings)) {
            assertThat(gateway.submit(sms)).isInstanceOf(Accepted.class);
        }
        assertThat(clickatell.requests()).hasSize(1);
        return clickatell.awaitRequest();
    }
}
