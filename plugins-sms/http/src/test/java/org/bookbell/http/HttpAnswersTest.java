package org.bookbell.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.http.Gateways.anSms;
import static org.bookbell.http.Gateways.open;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
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
class HttpAnswersTest {

    private static final Map<String, String> BY_JSON = Map.of(
            "messageId", "$.messages[*].id",
            "segmentCount", "$.count",
            "successField", "$.messages[*].status",
            "successValues", "0, queued",
            "errorCode", "$.messages[*].status",
            "errorCodes", "1=THROTTLED | 4, 8=ACCOUNT | 6=INVALID_RECIPIENT | 5=UNCLEAR");

    private static final Map<String, String> BY_TEXT = Map.of(
            "messageId", "ID: (\\S+)",
            "successField", "^ID:",
            "errorCode", "ERR: (\\d+)",
            "errorCodes", "105=INVALID_RECIPIENT | 301=ACCOUNT | *=OTHER");

    private final FakeHttpProvider provider = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        provider.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | accepted
            201 | accepted
            202 | accepted
            204 | accepted
            300 | unclear
            301 | OTHER
            302 | OTHER
            303 | unclear
            304 | unclear
            307 | OTHER
            308 | OTHER
            400 | OTHER
            401 | ACCOUNT
            402 | ACCOUNT
            403 | ACCOUNT
            404 | OTHER
            405 | OTHER
            407 | ACCOUNT
            408 | UNAVAILABLE
            409 | OTHER
            413 | CONTENT
            414 | CONTENT
            415 | OTHER
            421 | UNAVAILABLE
            422 | OTHER
            425 | UNAVAILABLE
            429 | THROTTLED
            499 | OTHER
            500 | unclear
            501 | OTHER
            502 | unclear
            503 | UNAVAILABLE
            504 | unclear
            505 | OTHER
            520 | unclear
            """)
    void a_status_alone_means_what_http_says(int status, String meaning) throws InterruptedException {
        assertThat(word(submit(Map.of(), FakeAnswer.status(status)))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | CONTENT
            401 | ACCOUNT
            402 | unclear
            422 | INVALID_RECIPIENT
            429 | THROTTLED
            500 | UNAVAILABLE
            502 | BLOCKED
            202 | accepted
            200 | OTHER
            """)
    void what_is_written_of_statuses_counts_before_the_usual(int status, String meaning) throws InterruptedException {
        var settings = Map.of(
                "successStatuses", "202",
                "errorStatuses",
                        "400=CONTENT | 402=UNCLEAR | 422=INVALID_RECIPIENT | 500=UNAVAILABLE | 5XX=BLOCKED | 2xx=OTHER");

        assertThat(word(submit(settings, FakeAnswer.status(status)))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"count":"1","messages":[{"id":"m1","status":"0"}]}                                | accepted
            200 | {"count":2,"messages":[{"id":"m1","status":0},{"id":"m2","status":"queued"}]}      | accepted
            200 | {"count":2,"messages":[{"id":"m1","status":"0"},{"status":"1"}]}                   | unclear
            200 | {"count":1,"messages":[{"status":"1"}]}                                            | THROTTLED
            200 | {"count":1,"messages":[{"status":"4"}]}                                            | ACCOUNT
            200 | {"count":1,"messages":[{"status":"5"}]}                                            | unclear
            200 | {"count":1,"messages":[{"status":"6"}]}                                            | INVALID_RECIPIENT
            200 | {"count":1,"messages":[{"status":"99"}]}                                           | OTHER
            400 | {"count":1,"messages":[{"status":"6"}]}                                            | INVALID_RECIPIENT
            500 | {"count":1,"messages":[{"status":"8"}]}                                            | ACCOUNT
            503 | {"count":1,"messages":[{"status":"0"}]}                                            | UNAVAILABLE
            200 | {"messages":[]}                                                                    | unclear
            200 | {"messages":[{"id":"m1"}]}                                                         | unclear
            200 | {"messages":[{"id":"","status":"0"}]}                                              | unclear
            200 | {"messages":                                                                       | unclear
            200 | <html>Please sign in</html>                                                        | unclear
            """)
    void codes_in_json_decide_whatever_the_status(int status, String json, String meaning) throws InterruptedException {
        assertThat(word(submit(BY_JSON, FakeAnswer.json(status, json)))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ID: 205e85d0578314037a96175249fc6a2b    | accepted
            ERR: 105, Invalid Destination Address   | INVALID_RECIPIENT
            ERR: 301, No Credit Left                | ACCOUNT
            ERR: 901, Internal error                | OTHER
            Service temporarily out of order        | unclear
            """)
    void codes_in_plain_text_decide(String text, String meaning) throws InterruptedException {
        assertThat(word(submit(BY_TEXT, FakeAnswer.text(200, text)))).isEqualTo(meaning);
    }

    @Test
    void the_gateways_id_and_segments_are_passed_on() throws InterruptedException {
        var json = FakeAnswer.json(200, "{\"count\":3,\"messages\":[{\"id\":\" m1 \",\"status\":\"0\"}]}");
        var text = FakeAnswer.text(200, "ID: 205e85");

        assertThat(submit(BY_JSON, json)).isEqualTo(new Accepted(Optional.of("m1"), Optional.of(3)));
        assertThat(submit(BY_TEXT, text)).isEqualTo(new Accepted(Optional.of("205e85"), Optional.empty()));
    }

    @Test
    void where_no_id_is_expected_success_needs_none() throws InterruptedException {
        assertThat(submit(Map.of(), FakeAnswer.text(200, "whatever")))
                .isEqualTo(new Accepted(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"id\":null}", "{\"id\":{}}", "{\"id\":\"  \"}", "[[[[[[", "\u0000"})
    void an_answer_without_the_id_that_should_be_there_is_unclear(String body) throws InterruptedException {
        assertThat(submit(Map.of("messageId", "$.id"), FakeAnswer.json(200, body)))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void json_that_is_nested_without_end_is_none() throws InterruptedException {
        var answer = FakeAnswer.json(200, "{\"a\":".repeat(40_000));

        assertThat(submit(Map.of("messageId", "$.id"), answer)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {121, 5000})
    void an_id_that_is_too_long_is_none(int length) throws InterruptedException {
        var answer = FakeAnswer.json(200, "{\"id\":\"" + "x".repeat(length) + "\"}");

        assertThat(submit(Map.of("messageId", "$.id"), answer)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000", "1.5", "many"})
    void a_number_of_segments_that_is_none_is_left_out(String count) throws InterruptedException {
        var answer = FakeAnswer.json(200, "{\"n\":\"" + count + "\"}");

        assertThat(submit(Map.of("segmentCount", "$.n"), answer))
                .isEqualTo(new Accepted(Optional.empty(), Optional.empty()));
    }

    @Test
    void an_answer_of_a_megabyte_is_cut_and_unclear_where_its_id_would_stand_behind() throws InterruptedException {
        var answer = FakeAnswer.json(200, "{\"padding\":\"" + "x".repeat(1 << 20) + "\",\"id\":\"m1\"}");

        assertThat(submit(Map.of("messageId", "$.id"), answer)).isInstanceOf(Unclear.class);
        assertThat(submit(Map.of(), answer)).isInstanceOf(Accepted.class);
    }

    @Test
    void a_text_that_names_its_charset_is_read_in_it() throws InterruptedException {
        var answer = FakeAnswer.raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=us-ascii\r\n"
                + "Content-Length: 6\r\n\r\nID: m7");

        assertThat(submit(BY_TEXT, answer)).isEqualTo(new Accepted(Optional.of("m7"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | 30                              |                               | 30
            429 | 0                               |                               | 0
            503 | 120                             |                               | 120
            429 | Sun, 22 Nov 2026 12:01:30 GMT   |                               | 90
            429 | Sun, 22 Nov 2026 11:00:00 GMT   |                               | 0
            503 | Sun, 22 Nov 2026 15:01:30 GMT   | Sun, 22 Nov 2026 15:00:00 GMT | 90
            """)
    void a_gateway_that_asks_for_a_pause_gets_it(int status, String retryAfter, String date, long seconds)
            throws InterruptedException {
        var answer = FakeAnswer.status(status).with("Retry-After", retryAfter);

        var result = submit(Map.of(), date == null ? answer : answer.with("Date", date));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.retryAfter()).contains(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"429, soon", "429, -5", "429, 99999999999", "400, 30"})
    void what_is_no_pause_is_none(int status, String retryAfter) throws InterruptedException {
        var result = submit(Map.of(), FakeAnswer.status(status).with("Retry-After", retryAfter));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.retryAfter()).isEmpty());
    }

    @Test
    void the_gateways_code_is_passed_on_and_its_words_are_not() throws InterruptedException {
        var settings = Map.of("errorCode", "$.code", "errorCodes", "21211=INVALID_RECIPIENT");
        var answer = FakeAnswer.json(400, "{\"code\":21211,\"message\":\"+12125550123 got 'Tomorrow at 9'?\"}");

        assertThat(submit(settings, answer))
                .isEqualTo(
                        new Refused(RefusalReason.INVALID_RECIPIENT, "21211", "The gateway answered with status 400."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12125550123", "12125550123", "Tomorrow at 9", "no such: 12125550123"})
    void a_code_that_may_be_personal_is_not_passed_on(String code) throws InterruptedException {
        var answer = FakeAnswer.json(400, "{\"code\":\"" + code + "\"}");

        assertThat(submit(Map.of("errorCode", "$.code"), answer))
                .isEqualTo(new Refused(RefusalReason.OTHER, "400", "The gateway answered with status 400."));
    }

    @Test
    void a_careless_expression_ends_and_finds_nothing() throws InterruptedException {
        var answer = FakeAnswer.text(200, "a".repeat(40) + "!");

        assertThat(submit(Map.of("messageId", "^(a+)+$"), answer)).isInstanceOf(Unclear.class);
        assertThat(submit(Map.of("messageId", "^(a|b|!)*x"), FakeAnswer.text(200, "ab".repeat(100_000))))
                .isInstanceOf(Unclear.class);
    }

    private SubmitResult submit(Map<String, String> settings, FakeAnswer answer) throws InterruptedException {
        provider.next(answer);
        try (var gateway = open(provider, new HashMap<>(settings))) {
            return gateway.submit(anSms());
        }
    }

    private static String word(SubmitResult result) {
        if (result instanceof Refused refused) {
            return refused.reason().name();
        }
        return result instanceof Accepted ? "accepted" : "unclear";
    }
}
