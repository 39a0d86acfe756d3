package org.bookbell.kannel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bookbell.kannel.FakeSmsbox.Request;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SendSmsTest {

    private final FakeSmsbox smsbox = new FakeSmsbox();

    @AfterEach
    void stop() {
        smsbox.close();
    }

    @Test
    void a_message_is_posted_with_all_that_kannel_must_know() throws InterruptedException {
        var request =
                sent(Map.of("sender", "Practice", "smsc", "carrier-1"), Accounts.anSms("Tomorrow at 9, 20 €\nBye"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.headers().getFirst("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(request.text()).isEqualTo("Tomorrow at 9, 20 €\nBye");
        assertThat(request.parameter("Username")).isEqualTo(FakeSmsbox.USER);
        assertThat(request.parameter("Password")).isEqualTo(FakeSmsbox.PASSWORD);
        assertThat(request.parameter("To")).isEqualTo("+12125550123");
        assertThat(request.parameter("From")).isEqualTo("Practice");
        assertThat(request.parameter("SMSC")).isEqualTo("carrier-1");
        assertThat(request.parameter("Validity")).isEqualTo("60");
        assertThat(request.parameter("DLR-Mask")).isEqualTo("31");
        assertThat(request.parameter("DLR-URL"))
                .isEqualTo(Accounts.HOOK + "?kind=receipt&id=" + Accounts.ATTEMPT
                        + "&type=%d&smsc=%i&fid=%F&at=%T&answer=%A");
    }

    @ParameterizedTest
    @CsvSource({"Tomorrow at 9 @ 20 €, 0", "Zoë, 2", "明日, 2", "ÄÖÜäöüßéèàñ, 0", "ç, 2", "[x]~{y}|^\\, 0", "😀, 2"})
    void the_coding_is_what_the_characters_need(String text, String coding) throws InterruptedException {
        var request = sent(Map.of(), Accounts.anSms(text));

        assertThat(request.parameter("Coding")).isEqualTo(coding);
        assertThat(request.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 1", "PT59S, 1", "PT1M59S, 1", "PT2M, 2", "PT3H30M30S, 210", "P7D, 10080", "P300D, 10080"})
    void the_validity_is_minutes_rounded_down_but_never_none(Duration validity, String minutes)
            throws InterruptedException {
        var sms = new SmsSubmission(Accounts.ATTEMPT, "+12125550123", Optional.empty(), "At 9", validity);

        assertThat(sent(Map.of(), sms).parameter("Validity")).isEqualTo(minutes);
    }

    @Test
    void the_messages_sender_comes_before_the_accounts() throws InterruptedException {
        var sms =
                new SmsSubmission(Accounts.ATTEMPT, "+12125550123", Optional.of("Salon"), "At 9", Duration.ofHours(1));

        assertThat(sent(Map.of("sender", "Practice"), sms).parameter("From")).isEqualTo("Salon");
    }

    @Test
    void without_a_sender_kannel_chooses_one() throws InterruptedException {
        var request = sent(Map.of(), Accounts.anSms("At 9"));

        assertThat(request.parameter("From")).isNull();
        assertThat(request.parameter("SMSC")).isNull();
    }

    @Test
    void a_sender_that_no_header_can_hold_is_left_to_the_account() throws InterruptedException {
        var sms = new SmsSubmission(Accounts.ATTEMPT, "+12125550123", Optional.of("Zoë"), "At 9", Duration.ofHours(1));

        assertThat(sent(Map.of("sender", "Practice"), sms).parameter("From")).isEqualTo("Practice");
    }

    @Test
    void where_the_smsc_reports_nothing_only_kannels_own_reports_are_asked_for() throws InterruptedException {
        assertThat(sent(Map.of("receipts", "false"), Accounts.anSms("At 9")).parameter("DLR-Mask"))
                .isEqualTo("24");
    }

    @Test
    void percent_signs_of_the_web_hook_are_doubled_and_its_query_is_kept() throws InterruptedException {
        var hook = URI.create("https://book.example.org/h%2Fk?x=%20y");
        try (var gateway = Accounts.open(Accounts.settings(smsbox.address(), Map.of()), Optional.of(hook))) {
            gateway.submit(Accounts.anSms("At 9"));
        }

        assertThat(smsbox.requests().get(0).parameter("DLR-URL"))
                .startsWith("https://book.example.org/h%%2Fk?x=%%20y&kind=receipt&id=" + Accounts.ATTEMPT + "&type=%d");
    }

    @Test
    void without_a_web_hook_no_reports_are_asked_for() throws InterruptedException {
        try (var gateway = Accounts.open(Accounts.settings(smsbox.address(), Map.of()), Optional.empty())) {
            gateway.submit(Accounts.anSms("At 9"));
        }

        assertThat(smsbox.requests().get(0).parameter("DLR-URL")).isNull();
        assertThat(smsbox.requests().get(0).parameter("DLR-Mask")).isNull();
    }

    @Test
    void a_text_with_half_of_a_character_is_not_sent() throws InterruptedException {
        try (var gateway = Accounts.open(smsbox.address(), Map.of())) {
            assertThat(gateway.submit(Accounts.anSms("At 9 \ud83d")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.CONTENT));
        }
        assertThat(smsbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0: Accepted for delivery", "3: Queued for later delivery", "Sent. Message splits: 2"})
    void what_kannel_took_is_accepted_without_an_id(String answer) throws InterruptedException {
        assertThat(answered(202, answer)).isEqualTo(new Accepted(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "403, Authorization failed for sendsms, ACCOUNT",
        "403, Not routable. Do not try again., SENDER_OR_ROUTE",
        "400, 'Number(s) has/have been denied by white- and/or black-lists.', SENDER_OR_ROUTE",
        "400, 'Sender missing and no global set, rejected', SENDER_OR_ROUTE",
        "400, 'Empty receiver number not allowed, rejected', INVALID_RECIPIENT",
        "400, 'Charset or body misformed, rejected', CONTENT",
        "400, 'DLR-URL field misformed, rejected', ACCOUNT",
        "400, 'UDH field misformed, rejected', OTHER",
        "404, Unknown request., UNAVAILABLE",
        "503, 'Temporal failure, try again later.', UNAVAILABLE",
        "500, Sending failed., UNAVAILABLE",
        "401, who are you, ACCOUNT",
        "429, slow down, THROTTLED",
        "405, no, OTHER",
        "302, elsewhere, UNAVAILABLE"
    })
    void what_kannel_did_not_take_is_refused_for_what_can_be_done(int status, String answer, RefusalReason reason)
            throws InterruptedException {
        assertThat(answered(status, answer)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.code()).isEqualTo(Integer.toString(status));
            assertThat(refused.detail()).endsWith(".").doesNotContain(answer);
        });
    }

    @ParameterizedTest
    @CsvSource({"200, Denied", "200, <html>", "500, <html>", "502, Bad Gateway", "504, Gateway Timeout"})
    void an_answer_that_is_none_of_kannels_leaves_it_unclear(int status, String answer) throws InterruptedException {
        assertThat(answered(status, answer)).isInstanceOf(SubmitResult.Unclear.class);
    }

    private SubmitResult answered(int status, String answer) throws InterruptedException {
        smsbox.answer(status, answer);
        try (var gateway = Accounts.open(smsbox.address(), Map.of())) {
            return gateway.submit(Accounts.anSms("Tomorrow at 9"));
        }
    }

    private Request sent(Map<String, String> settings, SmsSubmission sms) throws InterruptedException {
        try (var gateway = Accounts.open(smsbox.address(), settings)) {
            assertThat(gateway.submit(sms)).isInstanceOf(Accepted.class);
        }
        assertThat(smsbox.requests()).hasSize(1);
        return smsbox.requests().get(0);
    }
}
