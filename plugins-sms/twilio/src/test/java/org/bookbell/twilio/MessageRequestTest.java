package org.bookbell.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bookbell.twilio.Accounts.anSms;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.RefusalReason;
import org.bookbell.spi.gateway.SmsSubmission;
import org.bookbell.spi.gateway.SubmitResult;
import org.bookbell.spi.gateway.SubmitResult.Refused;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.FakeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MessageRequestTest {

    private final FakeHttpProvider twilio = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        twilio.close();
    }

    @Test
    void a_message_is_posted_as_a_form_with_all_that_twilio_must_know() throws InterruptedException {
        var request = sent(Map.of(), anSms("Tomorrow at 9, 20 € & more\nBye"));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/2010-04-01/Accounts/" + Accounts.SID + "/Messages.json");
        assertThat(request.query()).isEmpty();
        assertThat(request.header("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(request.formParameters())
                .isEqualTo(Map.of(
                        "To", List.of("+12125550123"),
                        "From", List.of("+12125550199"),
                        "Body", List.of("Tomorrow at 9, 20 € & more\nBye"),
                        "ValidityPeriod", List.of("3600"),
                        "StatusCallback", List.of(Accounts.HOOK + "?attempt=" + Accounts.ATTEMPT)));
    }

    @Test
    void an_account_signs_in_by_its_auth_token() throws InterruptedException {
        assertThat(signIn(sent(Map.of(), anSms("At 9")))).isEqualTo(Accounts.SID + ":" + Accounts.TOKEN);
    }

    @Test
    void an_api_key_signs_in_instead_and_the_account_stays_in_the_path() throws InterruptedException {
        var request = sent(
                Map.of("apiKeySid", Accounts.KEY, "apiKeySecret", Accounts.KEY_SECRET, "authToken", ""), anSms("At 9"));

        assertThat(signIn(request)).isEqualTo(Accounts.KEY + ":" + Accounts.KEY_SECRET);
        assertThat(request.path()).contains(Accounts.SID);
    }

    @Test
    void a_messaging_service_chooses_the_sender() throws InterruptedException {
        var request = sent(Map.of("sender", "", "messagingServiceSid", Accounts.SERVICE), anSms("At 9"));

        assertThat(request.formParameters())
                .containsEntry("MessagingServiceSid", List.of(Accounts.SERVICE))
                .doesNotContainKey("From");
    }

    @Test
    void a_messages_own_sender_is_asked_of_the_messaging_service() throws InterruptedException {
        var request = sent(
                Map.of("sender", "", "messagingServiceSid", Accounts.SERVICE),
                anSms("At 9", Optional.of("Salon"), Duration.ofHours(1)));

        assertThat(request.formParameters())
                .containsEntry("MessagingServiceSid", List.of(Accounts.SERVICE))
                .containsEntry("From", List.of("Salon"));
    }

    @Test
    void a_messages_own_sender_comes_before_the_accounts() throws InterruptedException {
        var request = sent(Map.of(), anSms("At 9", Optional.of("Salon"), Duration.ofHours(1)));

        assertThat(request.formParameters()).containsEntry("From", List.of("Salon"));
    }

    @ParameterizedTest
    @CsvSource({"PT0.5S, 1", "PT1S, 1", "PT59.9S, 59", "PT10H, 36000", "PT10H1S, 36000", "P7D, 36000"})
    void the_validity_is_seconds_within_what_twilio_takes(Duration validity, String seconds)
            throws InterruptedException {
        var request = sent(Map.of(), anSms("At 9", Optional.empty(), validity));

        assertThat(request.formParameters()).containsEntry("ValidityPeriod", List.of(seconds));
    }

    @Test
    void an_address_with_a_query_keeps_it_and_overrides_stand_at_its_end() throws InterruptedException {
        var settings = Accounts.settings(twilio, Map.of("connectionOverrides", "rc=5&rp=all"));
        var request = sent(settings, Optional.of(URI.create(Accounts.HOOK + "?x=%20y")), anSms("At 9"));

        assertThat(request.formParameters())
                .containsEntry(
                        "StatusCallback",
                        List.of(Accounts.HOOK + "?x=%20y&attempt=" + Accounts.ATTEMPT + "#rc=5&rp=all"));
    }

    @Test
    void where_nobody_can_call_no_report_is_asked_for() throws InterruptedException {
        var request = sent(Accounts.settings(twilio, Map.of()), Optional.empty(), anSms("At 9"));

        assertThat(request.formParameters()).doesNotContainKey("StatusCallback");
    }

    @Test
    void a_path_of_the_address_comes_before_twilios() throws InterruptedException {
        var request = sent(Map.of("address", twilio.address("/through/here/")), anSms("At 9"));

        assertThat(request.path()).startsWith("/through/here/2010-04-01/Accounts/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë 明日 😀", "a+b %20 &=#?", "[x]~{y}|^\\\n€", "\u0000\u200b"})
    void any_text_arrives_as_it_is(String text) throws InterruptedException {
        assertThat(sent(Map.of(), anSms(text)).formParameters()).containsEntry("Body", List.of(text));
    }

    @Test
    void a_text_with_half_of_a_character_is_not_sent() throws InterruptedException {
        try (var gateway = Accounts.open(twilio, Map.of())) {
            assertThat(gateway.submit(anSms("At 9 \ud83d")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.CONTENT));
        }
        assertThat(twilio.requests()).isEmpty();
    }

    private FakeRequest sent(Map<String, String> more, SmsSubmission sms) throws InterruptedException {
        return sent(Accounts.settings(twilio, more), Optional.of(URI.create(Accounts.HOOK)), sms);
    }

    private FakeRequest sent(Map<String, String> settings, Optional<URI> hook, SmsSubmission sms)
            throws InterruptedException {
        twilio.answering(FakeAnswer.json(201, "{\"sid\":\"SM1\"}"));
        try (var gateway = Accounts.open(settings, hook)) {
            assertThat(gateway.submit(sms)).isEqualTo(SubmitResult.accepted("SM1"));
        }
        assertThat(twilio.requests()).hasSize(1);
        return twilio.requests().get(0);
    }

    private static String signIn(FakeRequest request) {
        var header = request.header("Authorization").orElseThrow();
        assertThat(header).startsWith("Basic ");
        return new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
    }
}
