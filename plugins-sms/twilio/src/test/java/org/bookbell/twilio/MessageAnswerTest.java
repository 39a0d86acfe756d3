package org.bookbell.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.twilio.Accounts.anSms;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.RefusalReason.Retry;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MessageAnswerTest {

    /** As the "Messages resource" shows it. */
    private static final String CREATED = """
            {"account_sid": "%s", "api_version": "2010-04-01", "body": "Tomorrow at 9", "date_created":
             "Thu, 24 Aug 2023 05:01:45 +0000", "date_sent": null, "direction": "outbound-api", "error_code": null,
             "error_message": null, "from": "+12125550199", "messaging_service_sid": null, "num_media": "0",
             "num_segments": "%s", "price": null, "price_unit": null, "sid": "SM00000000000000000000000000000001",
             "status": "queued", "to": "+12125550123", "uri": "/2010-04-01/Accounts/x/Messages/SM.json"}
            """;

    private final FakeHttpProvider twilio = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        twilio.close();
    }

    @Test
    void a_message_that_was_created_is_accepted_by_its_sid() throws InterruptedException {
        assertThat(answered(FakeAnswer.json(201, CREATED.formatted(Accounts.SID, "3"))))
                .isEqualTo(SubmitResult.accepted("SM00000000000000000000000000000001", 3));
    }

    @Test
    void a_messaging_service_does_not_know_the_segments_yet() throws InterruptedException {
        assertThat(answered(FakeAnswer.json(201, CREATED.formatted(Accounts.SID, "0"))))
                .isEqualTo(new Accepted(Optional.of("SM00000000000000000000000000000001"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>Welcome</html>", "{}", "{\"sid\": null}", "{\"sid\": \" \"}", "[\"SM1\"]", "{\"sid\":"
            })
    void a_status_of_success_without_a_sid_is_unclear(String body) throws InterruptedException {
        assertThat(answered(FakeAnswer.json(201, body))).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21211, INVALID_RECIPIENT",
        "400, 21217, INVALID_RECIPIENT",
        "400, 21265, INVALID_RECIPIENT",
        "400, 21614, INVALID_RECIPIENT",
        "400, 21635, INVALID_RECIPIENT",
        "400, 21610, OPTED_OUT",
        "403, 21610, OPTED_OUT",
        "400, 21602, CONTENT",
        "400, 21617, CONTENT",
        "400, 21408, SENDER_OR_ROUTE",
        "403, 21408, SENDER_OR_ROUTE",
        "400, 21606, SENDER_OR_ROUTE",
        "400, 21608, SENDER_OR_ROUTE",
        "400, 21612, SENDER_OR_ROUTE",
        "400, 21659, SENDER_OR_ROUTE",
        "404, 21701, SENDER_OR_ROUTE",
        "400, 21703, SENDER_OR_ROUTE",
        "401, 20003, ACCOUNT",
        "403, 20003, ACCOUNT",
        "403, 20005, ACCOUNT",
        "403, 99999, ACCOUNT",
        "404, 20404, ACCOUNT",
        "400, 21609, ACCOUNT",
        "429, 20429, THROTTLED",
        "429, 21611, THROTTLED",
        "400, 21611, THROTTLED",
        "429, 63038, THROTTLED",
        "429, 99999, THROTTLED",
        "503, 20503, UNAVAILABLE",
        "400, 21730, UNAVAILABLE",
        "400, 99999, OTHER",
        "422, 99999, OTHER",
        "302, 99999, OTHER"
    })
    void an_error_is_refused_for_what_can_be_done(int status, String code, RefusalReason reason)
            throws InterruptedException {
        var error = "{\"code\": " + code + ", \"message\": \"The number +12125550123 is wrong\", \"more_info\":"
                + " \"https://www.twilio.com/docs/errors/" + code + "\", \"status\": " + status + "}";

        assertThat(answered(FakeAnswer.json(status, error))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.detail()).contains(code).endsWith(".").doesNotContain("2125550123");
        });
    }

    @ParameterizedTest
    @CsvSource({"400, OTHER", "401, ACCOUNT", "403, ACCOUNT", "404, ACCOUNT", "429, THROTTLED", "503, UNAVAILABLE"})
    void without_a_code_the_status_says_why(int status, RefusalReason reason) throws InterruptedException {
        assertThat(answered(FakeAnswer.text(status, "no"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.code()).isEqualTo(Integer.toString(status));
        });
    }

    @ParameterizedTest
    @CsvSource({"500, 20500", "502, 20500", "504, 20500", "500, 21211", "520, 0"})
    void after_an_error_of_twilios_own_the_message_may_be_sent_all_the_same(int status, String code)
            throws InterruptedException {
        assertThat(answered(FakeAnswer.json(status, "{\"code\": " + code + "}")))
                .isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({"401, 20003", "403, 21408", "400, 21606"})
    void trouble_of_the_account_or_its_sender_leaves_the_message_to_other_gateways(int status, String code)
            throws InterruptedException {
        assertThat(answered(FakeAnswer.json(status, "{\"code\": " + code + "}")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().retry()).isEqualTo(Retry.OTHER_GATEWAY));
    }

    @ParameterizedTest
    @CsvSource({"429, 7, 7", "503, 30, 30", "429, 'Sun, 22 Nov 2026 12:01:00 GMT', 60"})
    void twilio_is_left_alone_as_long_as_it_asks_for(int status, String header, long seconds)
            throws InterruptedException {
        assertThat(answered(FakeAnswer.json(status, "{}").with("Retry-After", header)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.retryAfter()).contains(Duration.ofSeconds(seconds)));
    }

    @Test
    void a_code_that_is_none_is_not_passed_on() throws InterruptedException {
        assertThat(answered(FakeAnswer.json(400, "{\"code\": \"+12125550123\"}")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("400"));
    }

    private SubmitResult answered(FakeAnswer answer) throws InterruptedException {
        twilio.next(answer);
        try (var gateway = Accounts.open(twilio, Map.of())) {
            return gateway.submit(anSms("Tomorrow at 9"));
        }
    }
}
