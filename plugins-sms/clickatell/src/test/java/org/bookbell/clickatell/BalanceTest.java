package org.bookbell.clickatell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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

    private final FakeHttpProvider clickatell = FakeClickatell.start();

    @AfterEach
    void stop() {
        clickatell.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sms, GET, /public-client/balance, 1267.92865",
        "one, GET, /v1/balance, 1267.92865",
        "http, POST, /http/getbalance, 123.00"
    })
    void the_balance_is_asked_as_the_interface_wants(String api, String method, String path, String amount)
            throws InterruptedException {
        try (var gateway = Accounts.open(api, clickatell.address(""), Map.of())) {
            assertThat(gateway.check())
                    .isEqualTo(CheckResult.works("Clickatell knows the account; its balance is " + amount + "."));
        }
        var request = clickatell.awaitRequest();
        assertThat(request.method()).isEqualTo(method);
        assertThat(request.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sms | 202 | {\"balance\":1.5} | WORKS | 1.5",
                "sms | 200 | {\"balance\":0} | FAILS | no credit",
                "one | 200 | {\"balance\":-3.25} | FAILS | no credit",
                "sms | 200 | {\"balance\":\"12125550123 owes\"} | FAILS | does not tell the balance",
                "sms | 200 | {} | FAILS | does not tell the balance",
                "sms | 500 | {\"balance\":7} | FAILS | was 500",
                "one | 401 | {\"error\":{\"code\":1}} | FAILS | refuses the account",
                "http | 200 | Credits: 7 | WORKS | 7",
                "http | 200 | Credit: 0.00 | FAILS | no credit",
                "http | 200 | ERR: 001, Authentication failed | FAILS | refuses the account",
                "http | 200 | <html> | FAILS | does not tell the balance",
                "http | 503 | Credit: 5 | FAILS | was 503"
            })
    void the_answer_says_whether_messages_would_be_taken(
            String api, int status, String body, Outcome outcome, String words) {
        clickatell.next(FakeAnswer.text(status, body));
        try (var gateway = Accounts.open(api, clickatell.address(""), Map.of())) {
            var result = gateway.check();

            assertThat(result.outcome()).isEqualTo(outcome);
            assertThat(result.detail()).contains(words).endsWith(".").doesNotContain("12125550123");
        }
    }

    @Test
    void a_server_that_is_away_fails_the_check() {
        try (var gateway = Accounts.open("sms", "https://nowhere.invalid", Map.of())) {
            assertThat(gateway.check().outcome()).isEqualTo(Outcome.FAILS);
        }
    }
}
