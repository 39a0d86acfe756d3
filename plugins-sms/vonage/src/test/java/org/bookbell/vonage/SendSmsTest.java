package org.bookbell.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.FakeRequest;
import org.bookbell.vonage.wire.SignatureMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class SendSmsTest {

    private final FakeHttpProvider vonage = FakeVonage.start();

    @AfterEach
    void stop() {
        vonage.close();
    }

    @Test
    void a_message_is_posted_with_all_that_vonage_must_know() throws InterruptedException {
        var request = sent(Map.of(), Accounts.anSms("Tomorrow at 9, 20 €\nBye & thanks"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/sms/json");
        assertThat(request.header("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(request.formParameters())
                .containsOnly(
                        Map.entry("api_key", List.of(FakeVonage.KEY)),
                        Map.entry("api_secret", List.of(FakeVonage.SECRET)),
                        Map.entry("from", List.of("Practice")),
                        Map.entry("to", List.of("12125550123")),
                        Map.entry("text", List.of("Tomorrow at 9, 20 €\nBye & thanks")),
                        Map.entry("type", List.of("text")),
                        Map.entry("ttl", List.of("3600000")),
                        Map.entry("client-ref", List.of(Accounts.ATTEMPT)),
                        Map.entry("callback", List.of(Accounts.HOOK)));
    }

    @ParameterizedTest
    @CsvSource({
        "Tomorrow at 9 @ 20 €, text",
        "Zoë, unicode",
        "明日, unicode",
        "ÄÖÜäöüßéèàñ, text",
        "[x]~{y}|^\\, text",
        "😀, unicode"
    })
    void the_type_is_what_the_characters_need(String text, String type) throws InterruptedException {
        var request = sent(Map.of(), Accounts.anSms(text));

        assertThat(parameter(request, "type")).isEqualTo(type);
        assertThat(parameter(request, "text")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 20000", "PT20S, 20000", "PT21.5S, 21500", "PT30M, 1800000", "P7D, 604800000", "P300D, 604800000"
    })
    void the_time_to_live_is_what_is_left_within_the_allowed_range(Duration validity, String millis)
            throws InterruptedException {
        var sms = new SmsSubmission(Accounts.ATTEMPT, "+12125550123", Optional.empty(), "At 9", validity);

        assertThat(parameter(sent(Map.of(), sms), "ttl")).isEqualTo(millis);
    }

    @ParameterizedTest
    @CsvSource({"Salon, Salon", "+12125550199, 12125550199"})
    void the_messages_sender_comes_before_the_accounts(String sender, String written) throws InterruptedException {
        var sms = new SmsSubmission(Accounts.ATTEMPT, "+12125550123", Optional.of(sender), "At 9", Duration.ofHours(1));

        assertThat(parameter(sent(Map.of(), sms), "from")).isEqualTo(written);
    }

    @Test
    void the_reference_of_a_long_text_says_of_how_many_parts_it_is() throws InterruptedException {
        assertThat(parameter(sent(Map.of(), Accounts.anSms("a".repeat(161))), "client-ref"))
                .isEqualTo(Accounts.ATTEMPT + "-2");
    }

    @Test
    void a_long_text_is_taken_with_the_id_of_its_last_part() throws InterruptedException {
        vonage.next(FakeVonage.parts("0", "0", "0"));
        try (var gateway = Accounts.open(vonage.address(""), Map.of())) {
            assertThat(gateway.submit(Accounts.anSms("a".repeat(400))))
                    .isEqualTo(new Accepted(Optional.of("P3"), Optional.of(3)));
        }
    }

    @Test
    void without_a_web_hook_no_receipts_are_asked_for() throws InterruptedException {
        try (var gateway = Accounts.open(Accounts.settings(vonage.address(""), Map.of()), Optional.empty())) {
            gateway.submit(Accounts.anSms("At 9"));
        }

        assertThat(vonage.awaitRequest().formParameters()).doesNotContainKey("callback");
    }

    @Test
    void a_hook_is_written_as_it_is() throws InterruptedException {
        var hook = URI.create("https://book.example.org/h%2Fk");
        try (var gateway = Accounts.open(Accounts.settings(vonage.address("/"), Map.of()), Optional.of(hook))) {
            gateway.submit(Accounts.anSms("At 9"));
        }

        assertThat(parameter(vonage.awaitRequest(), "callback")).isEqualTo("https://book.example.org/h%2Fk");
    }

    @Test
    void a_signed_request_brings_a_signature_and_no_secret() throws InterruptedException {
        var request = sent(
                Map.of(
                        "authentication", "signature",
                        "signatureSecret", Accounts.SIGNATURE_SECRET,
                        "signatureMethod", "sha512"),
                Accounts.anSms("Fish & chips = 5 £"));

        assertThat(request.formParameters()).doesNotContainKey("api_secret");
        assertThat(parameter(request, "timestamp")).isEqualTo(Long.toString(Accounts.NOW.getEpochSecond()));
        assertThat(parameter(request, "sig"))
                .isEqualTo(SignatureMethod.SHA512.sign(
                        "&api_key=abcd1234&callback=" + Accounts.HOOK + "&client-ref=" + Accounts.ATTEMPT
                                + "&from=Practice&text=Fish _ chips _ 5 £&timestamp="
                                + Accounts.NOW.getEpochSecond() + "&to=12125550123&ttl=3600000&type=text",
                        Accounts.SIGNATURE_SECRET));
    }

    @Test
    void a_text_with_half_of_a_character_is_not_sent() throws InterruptedException {
        try (var gateway = Accounts.open(vonage.address(""), Map.of())) {
            assertThat(gateway.submit(Accounts.anSms("At 9 \ud83d")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.CONTENT));
        }
        assertThat(vonage.requests()).isEmpty();
    }

    private FakeRequest sent(Map<String, String> settings, SmsSubmission sms) throws InterruptedException {
        try (var gateway = Accounts.open(vonage.address(""), settings)) {
            assertThat(gateway.submit(sms)).isInstanceOf(Accepted.class);
        }
        assertThat(vonage.requests()).hasSize(1);
        return vonage.awaitRequest();
    }

    private static String parameter(FakeRequest request, String name) {
        assertThat(request.formParameters()).containsKey(name);
        return request.formParameters().get(name).get(0);
    }
}
