package org.bookbell.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.CheckResult.Outcome;
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
class AccountCheckTest {

    private static final Map<String, String> BY_KEY =
            Map.of("authToken", "", "apiKeySid", Accounts.KEY, "apiKeySecret", Accounts.KEY_SECRET);
    private static final Map<String, String> BY_SERVICE = Map.of("sender", "", "messagingServiceSid", Accounts.SERVICE);
    private static final FakeAnswer ACTIVE = FakeAnswer.json(200, "{\"status\": \"active\", \"type\": \"Full\"}");
    private static final FakeAnswer BALANCE =
            FakeAnswer.json(200, "{\"account_sid\": \"AC1\", \"balance\": \"12.5\", \"currency\": \"USD\"}");
    private static final FakeAnswer DENIED = FakeAnswer.json(401, "{\"code\": 20003, \"status\": 401}");

    private final FakeHttpProvider twilio = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        twilio.close();
    }

    @Test
    void an_active_account_works_and_tells_its_balance() {
        twilio.next(ACTIVE, BALANCE);

        assertThat(check(Map.of())).isEqualTo(CheckResult.works("Twilio knows the account. Its balance is 12.5 USD."));
        assertThat(twilio.requests())
                .extracting(FakeRequest::path)
                .containsExactly(
                        "/2010-04-01/Accounts/" + Accounts.SID + ".json",
                        "/2010-04-01/Accounts/" + Accounts.SID + "/Balance.json");
        assertThat(twilio.requests()).extracting(FakeRequest::method).containsOnly("GET");
        assertThat(twilio.requests())
                .allMatch(request -> request.header("Authorization").isPresent());
    }

    @Test
    void a_subaccount_has_no_balance() {
        twilio.next(ACTIVE, FakeAnswer.json(404, "{\"code\": 20404}"));

        assertThat(check(Map.of())).isEqualTo(CheckResult.works("Twilio knows the account."));
    }

    @Test
    void the_messaging_service_is_looked_up() {
        twilio.next(ACTIVE, BALANCE, FakeAnswer.json(200, "{\"sid\": \"MG\"}"));

        assertThat(check(BY_SERVICE).detail()).endsWith(" The Messaging Service is there.");
        assertThat(twilio.requests().get(2).path()).isEqualTo("/v1/Services/" + Accounts.SERVICE);
    }

    @Test
    void a_messaging_service_that_is_not_there_fails() {
        twilio.next(ACTIVE, BALANCE, FakeAnswer.json(404, "{\"code\": 20404}"));

        assertThat(check(BY_SERVICE)).isEqualTo(CheckResult.fails("Twilio does not know the Messaging Service."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "closed"})
    void an_account_that_is_not_active_fails(String status) {
        twilio.next(FakeAnswer.json(200, "{\"status\": \"" + status + "\"}"));

        assertThat(check(Map.of())).isEqualTo(CheckResult.fails("Twilio says that the account is " + status + "."));
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "404", "500", "302"})
    void an_account_that_twilio_does_not_show_fails(int status) {
        twilio.next(FakeAnswer.json(status, "{\"message\": \"" + Accounts.TOKEN + "\"}"));

        assertThat(check(Map.of())).satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILS);
            assertThat(result.detail()).endsWith(".").doesNotContain(Accounts.TOKEN);
        });
    }

    @Test
    void with_an_api_key_the_balance_proves_the_account() {
        twilio.next(BALANCE);

        assertThat(check(BY_KEY).outcome()).isEqualTo(Outcome.WORKS);
        assertThat(twilio.requests())
                .extracting(FakeRequest::path)
                .containsExactly("/2010-04-01/Accounts/" + Accounts.SID + "/Balance.json");
    }

    @Test
    void a_wrong_api_key_fails() {
        twilio.next(DENIED);

        assertThat(check(BY_KEY))
                .isEqualTo(CheckResult.fails("Twilio refuses the account SID, the auth token or the API key."));
    }

    @Test
    void what_answers_without_json_is_not_twilio() {
        twilio.answering(FakeAnswer.text(200, "Welcome"));

        assertThat(check(Map.of()).outcome()).isEqualTo(Outcome.FAILS);
    }

    @Test
    void nobody_there_fails() {
        twilio.close();

        assertThat(check(Map.of()).detail()).startsWith("Twilio does not answer.");
    }

    @Test
    void silence_is_not_waited_for_longer_than_a_check_may_take() {
        twilio.next(ACTIVE, BALANCE, FakeAnswer.hang());
        var begun = System.nanoTime();

        assertThat(check(BY_SERVICE).outcome()).isEqualTo(Outcome.FAILS);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    private CheckResult check(Map<String, String> more) {
        try (var gateway = Accounts.open(twilio, more)) {
            return gateway.check();
        }
    }
}
