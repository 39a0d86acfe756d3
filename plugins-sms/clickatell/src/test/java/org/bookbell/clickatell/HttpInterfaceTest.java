package org.bookbell.clickatell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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

/** The HTTP API of accounts from before the platform. */
@Timeout(180)
class HttpInterfaceTest {

    private final FakeHttpProvider clickatell = FakeClickatell.start();

    @AfterEach
    void stop() {
        clickatell.close();
    }

    @Test
    void a_message_is_posted_with_all_that_clickatell_must_know() throws InterruptedException {
        var request = sent(Map.of("sender", "+12125550199", "replies", "true"), Accounts.anSms("At 9 & [10]\nBye"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/http/sendmsg");
        assertThat(request.query()).isEmpty();
        assertThat(request.formParameters())
                .containsOnly(
                        Map.entry("user", List.of("practice")),
                        Map.entry("password", List.of(FakeClickatell.PASSWORD)),
                        Map.entry("api_id", List.of("3442105")),
                        Map.entry("to", List.of("12125550123")),
                        Map.entry("from", List.of("12125550199")),
                        Map.entry("mo", List.of("1")),
                        Map.entry("text", List.of("At 9 & [10]\nBye")),
                        Map.entry("concat", List.of("1")),
                        Map.entry("cliMsgId", List.of(Accounts.ATTEMPT)),
                        Map.entry("validity", List.of("60")),
                        Map.entry("callback", List.of("7")),
                        Map.entry("deliv_ack", List.of("1")));
    }

    @Test
    void what_is_not_set_is_not_asked_for() throws InterruptedException {
        var request = sent(Map.of("receipts", "false"), Accounts.anSms("At 9"));

        assertThat(request.formParameters())
                .doesNotContainKeys("from", "mo", "unicode")
                .containsEntry("deliv_ack", List.of("0"));
    }

    @ParameterizedTest
    @CsvSource({"Zoë, 005a006f00eb", "20 €, 00320030002020ac", "`, 0060", "明日, 660e65e5", "😀, d83dde00"})
    void what_is_not_plain_is_written_as_hexadecimal(String text, String hex) throws InterruptedException {
        var request = sent(Map.of(), Accounts.anSms(text));

        assertThat(parameter(request, "unicode")).isEqualTo("1");
        assertThat(parameter(request, "text")).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({"a, 160, 1", "a, 161, 2", "a, 459, 3", "a, 460, 4", "é, 70, 1", "é, 71, 2", "é, 131, 2", "é, 134, 3"})
    void a_long_text_may_have_as_many_parts_as_it_needs(String character, int length, String parts)
            throws InterruptedException {
        assertThat(parameter(sent(Map.of(), Accounts.anSms(character.repeat(length))), "concat"))
                .isEqualTo(parts);
    }

    @Test
    void the_validity_is_at_most_a_day() throws InterruptedException {
        var sms = new SmsSubmission(Accounts.ATTEMPT, "+12125550123", Optional.of("Salon"), "At 9", Duration.ofDays(3));
        var request = sent(Map.of("sender", "Practice"), sms);

        assertThat(parameter(request, "validity")).isEqualTo("1440");
        assertThat(parameter(request, "from")).isEqualTo("Salon");
        assertThat(parameter(request, "mo")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ID: 996f364775e24b8432f45d77da8eca47", "ID: 996f364775e24b8432f45d77da8eca47 To: 12125550123\n"
            })
    void what_was_taken_has_an_id(String text) throws InterruptedException {
        assertThat(answered(FakeAnswer.text(200, text)))
                .isEqualTo(new Accepted(Optional.of("996f364775e24b8432f45d77da8eca47"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "001, ACCOUNT",
        "002, ACCOUNT",
        "004, ACCOUNT",
        "007, ACCOUNT",
        "101, SENDER_OR_ROUTE",
        "105, INVALID_RECIPIENT",
        "106, SENDER_OR_ROUTE",
        "107, CONTENT",
        "108, ACCOUNT",
        "113, CONTENT",
        "114, SENDER_OR_ROUTE",
        "115, UNAVAILABLE",
        "121, OPTED_OUT",
        "122, OPTED_OUT",
        "123, SENDER_OR_ROUTE",
        "130, ACCOUNT",
        "201, OTHER",
        "301, ACCOUNT",
        "302, ACCOUNT",
        "901, UNAVAILABLE",
        "777, OTHER"
    })
    void a_code_refuses_for_what_can_be_done(String code, RefusalReason reason) throws InterruptedException {
        assertThat(answered(FakeAnswer.text(200, "ERR: " + code + ", Wrong To: 12125550123")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.detail()).endsWith(".").doesNotContain("12125550123");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "<html>ID: 1</html>", "ERR: what", "ID:", "Credit: 3"})
    void an_answer_that_is_none_of_clickatells_leaves_it_unclear(String text) throws InterruptedException {
        assertThat(answered(FakeAnswer.text(200, text))).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({"302, OTHER", "401, ACCOUNT", "404, OTHER", "429, THROTTLED", "503, UNAVAILABLE"})
    void a_status_of_http_that_says_that_it_was_not_done_refuses(int status, RefusalReason reason)
            throws InterruptedException {
        assertThat(answered(FakeAnswer.text(status, "ID: 1")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void a_wrong_password_is_the_accounts_fault() throws InterruptedException {
        try (var gateway = Accounts.open("http", clickatell.address(""), Map.of("password", "another"))) {
            assertThat(gateway.submit(Accounts.anSms("At 9")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT));
        }
    }

    private SubmitResult answered(FakeAnswer answer) throws InterruptedException {
        clickatell.next(answer);
        try (var gateway = Accounts.open("http", clickatell.address(""), Map.of())) {
            return gateway.submit(Accounts.anSms("Tomorrow at 9"));
        }
    }

    private FakeRequest sent(Map<String, String> settings, SmsSubmission sms) throws InterruptedException {
        try (var gateway = Accounts.open("http", clickatell.address(""), settings)) {
            assertThat(gateway.submit(sms)).isInstanceOf(Accepted.class);
        }
        assertThat(clickatell.requests()).hasSize(1);
        return clickatell.awaitRequest();
    }

    private static String parameter(FakeRequest request, String name) {
        assertThat(request.formParameters()).containsKey(name);
        return request.formParameters().get(name).get(0);
    }
}
