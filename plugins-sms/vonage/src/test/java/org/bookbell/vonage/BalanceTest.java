package org.bookbell.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.spi.gateway.CheckResult.Outcome;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(180)
class BalanceTest {

    private final FakeHttpProvider vonage = FakeHttpProvider.start();

    @AfterEach
    void stop() {
        vonage.close();
    }

    @Test
    void the_balance_is_asked_with_key_and_secret() throws InterruptedException {
        checked(FakeAnswer.json(200, "{\"value\":10.28,\"autoReload\":false}"));
        var request = vonage.awaitRequest();

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/account/get-balance");
        assertThat(request.queryParameters())
                .containsOnly(
                        Map.entry("api_key", List.of(FakeVonage.KEY)),
                        Map.entry("api_secret", List.of(FakeVonage.SECRET)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"value\":10.28,\"autoReload\":false} | WORKS | 10.28",
                "200 | {\"value\":0.00,\"autoReload\":true} | FAILS | no credit",
                "200 | {\"value\":-1.5} | FAILS | no credit",
                "200 | {\"value\":\"12125550123 owes\"} | FAILS | does not tell the balance",
                "200 | <html> | FAILS | does not tell the balance",
                "401 | {\"error-code\":\"401\",\"error-code-label\":\"authentication failed\"} | FAILS | refuses the API key",
                "500 | {\"value\":10.28} | FAILS | was 500"
            })
    void the_answer_says_whether_messages_would_be_taken(int status, String body, Outcome outcome, String words) {
        var result = checked(FakeAnswer.json(status, body));

        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.detail()).contains(words).endsWith(".").doesNotContain("12125550123", FakeVonage.SECRET);
    }

    @Test
    void who_has_the_signature_secret_only_cannot_ask() {
        var settings = Map.of(
                "address",
                vonage.address(""),
                "apiKey",
                FakeVonage.KEY,
                "sender",
                "Practice",
                "authentication",
                "signature",
                "signatureSecret",
                Accounts.SIGNATURE_SECRET);
        try (var gateway = Accounts.open(settings, Optional.empty())) {
            assertThat(gateway.check().outcome()).isEqualTo(Outcome.NOT_OFFERED);
        }
        assertThat(vonage.requests()).isEmpty();
    }

    private CheckResult checked(FakeAnswer answer) {
        vonage.answering(answer);
        try (var gateway = Accounts.open(vonage.address(""), Map.of())) {
            return gateway.check();
        }
    }
}
