package org.bookbell.vonage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.http.answer.Answerer;
import org.bookbell.http.rule.Json;
import org.bookbell.http.wire.Answer;
import org.bookbell.http.wire.ApiAddress;
import org.bookbell.http.wire.Form;
import org.bookbell.http.wire.Limits;
import org.bookbell.http.wire.Request;
import org.bookbell.http.wire.Wire;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.CheckResult;

/**
 * The account's balance ({@code account.yml}, {@code /account/get-balance}: key and secret are parameters of the query, a
 * wrong one is answered 401). Without credit messages are refused with status 9.
 */
record Balance(ApiAddress address, String query) {

    /** A check may take 10 s. */
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(4), Duration.ofSeconds(8), 1);

    /** Empty without the API secret: the request cannot be signed. */
    static Optional<Balance> of(Settings settings) {
        return settings.find("apiSecret")
                .map(secret -> new TreeMap<>(Map.of("api_key", settings.get("apiKey"), "api_secret", secret)))
                .map(parameters -> new Balance(AccountSettings.address(settings), Form.query(parameters)));
    }

    /** Asks over a connection of its own, which a thread of that name looks after. */
    CheckResult ask(Answerer vonage, String thread) throws InterruptedException {
        try (var wire = new Wire(address.target(), LIMITS, Optional.empty(), thread)) {
            return vonage.checked(wire.exchange(request()), Balance::read);
        }
    }

    private Request request() {
        return new Request(
                "GET", address.path("/account/get-balance?" + query), List.of(SendSms.JSON_WANTED), Optional.empty());
    }

    private static CheckResult read(Answer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            return CheckResult.fails("Vonage refuses the API key or the API secret.");
        }
        var value = Json.readObject(answer.text())
                .flatMap(body -> Json.find(body, "value"))
                .filter(text -> text.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?"));
        if (answer.status() != 200 || value.isEmpty()) {
            return CheckResult.fails("Vonage does not tell the balance; its answer was " + answer.status() + ".");
        }
        return new BigDecimal(value.get()).signum() > 0
                ? CheckResult.works("Vonage knows the account; its balance is " + value.get() + ".")
                : CheckResult.fails("The account has no credit; its balance is " + value.get() + ".");
    }

    /** Nothing of the query, which holds the secret. */
    @Override
    public String toString() {
        return "Balance";
    }
}
