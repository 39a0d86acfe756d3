package org.bookbell.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.gateway.SubmitResult.Unclear;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class SendSmsAnswerTest {

    @Test
    void a_part_with_status_0_is_taken() throws InterruptedException {
        assertThat(answered(FakeVonage.parts("0"))).isEqualTo(new Accepted(Optional.of("P1"), Optional.of(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, THROTTLED",
        "2, SENDER_OR_ROUTE",
        "3, SENDER_OR_ROUTE",
        "4, ACCOUNT",
        "5, UNAVAILABLE",
        "6, SENDER_OR_ROUTE",
        "7, OPTED_OUT",
        "8, ACCOUNT",
        "9, ACCOUNT",
        "10, THROTTLED",
        "11, ACCOUNT",
        "12, CONTENT",
        "14, ACCOUNT",
        "15, SENDER_OR_ROUTE",
        "22, SENDER_OR_ROUTE",
        "23, ACCOUNT",
        "29, SENDER_OR_ROUTE",
        "32, ACCOUNT",
        "33, INVALID_RECIPIENT",
        "13, OTHER",
        "777, OTHER"
    })
    void a_status_that_is_not_0_refuses_for_what_can_be_done(String status, RefusalReason reason)
            throws InterruptedException {
        assertThat(answered(FakeVonage.parts(status))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.code()).isEqualTo(status);
            assertThat(refused.detail()).endsWith(".").doesNotContain("12125550123");
        });
    }

    @Test
    void a_message_of_which_no_part_was_taken_is_refused_for_the_first() throws InterruptedException {
        assertThat(answered(FakeVonage.parts("9", "1")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 9", "1, 0"})
    void a_message_of_which_some_parts_were_taken_is_unclear(String first, String second) throws InterruptedException {
        assertThat(answered(FakeVonage.parts(first, second)))
                .isInstanceOfSatisfying(
                        Unclear.class, unclear -> assertThat(unclear.detail()).startsWith("1 of 2 parts were taken"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Welcome</html>",
                "[]",
                "{}",
                "{\"messages\":{}}",
                "{\"messages\":[]}",
                "{\"messages\":[7]}",
                "{\"messages\":[{\"message-id\":\"0B01\"}]}",
                "{\"messages\":[{\"status\":\"fine\",\"message-id\":\"0B01\"}]}",
                "{\"messages\":[{\"status\":\"0\"}]}",
                "{\"messages\":[{\"status\":\"0\",\"message-id\":\" \"}]}",
                "{\"messages\":[{\"status\":\"0\",\"message-id\":\"0B01\"}]",
                "{\"messages\":[{\"status\":\"0\",\"message-id\":\"0B01\"}]} {}"
            })
    void an_answer_that_is_none_of_vonages_leaves_it_unclear(String body) throws InterruptedException {
        assertThat(answered(FakeAnswer.of(200, "application/json", body))).isInstanceOf(Unclear.class);
    }

    @Test
    void an_answer_nested_without_end_leaves_it_unclear() throws InterruptedException {
        assertThat(answered(FakeAnswer.json(200, "{\"messages\":" + "[".repeat(100_000))))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void a_status_that_is_a_number_is_read_like_its_text() throws InterruptedException {
        assertThat(answered(FakeAnswer.json(200, "{\"messages\":[{\"status\":0,\"message-id\":\"0B01\"}]}")))
                .isEqualTo(SubmitResult.accepted("0B01", 1));
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
        "420, OTHER",
        "429, THROTTLED",
        "503, UNAVAILABLE"
    })
    void a_status_of_http_that_says_that_it_was_not_done_refuses(int status, RefusalReason reason)
            throws InterruptedException {
        assertThat(answered(FakeAnswer.text(status, "no"))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.code()).isEqualTo(Integer.toString(status));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 599})
    void a_failure_on_the_way_leaves_it_unclear(int status) throws InterruptedException {
        assertThat(answered(FakeAnswer.text(status, "oops"))).isInstanceOf(Unclear.class);
    }

    @Test
    void who_asks_to_be_left_alone_is() throws InterruptedException {
        assertThat(answered(FakeAnswer.status(429).with("Retry-After", "30")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.retryAfter()).contains(Duration.ofSeconds(30)));
    }

    private static SubmitResult answered(FakeAnswer answer) throws InterruptedException {
        try (var vonage = FakeHttpProvider.start().answering(answer);
                var gateway = Accounts.open(vonage.address(""), Map.of())) {
            return gateway.submit(Accounts.anSms("Tomorrow at 9"));
        }
    }
}
