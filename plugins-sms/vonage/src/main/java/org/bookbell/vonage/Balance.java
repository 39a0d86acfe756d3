package org.bookbell.vonage;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bookbell.spi.Settings;
import org.bookbell.spi.gateway.CheckResult;
import org.bookbell.vonage.wire.Json;

/**
 * The account's balance ({@code account.yml}, {@code /account/get-balance}: key and secret are parameters of the query, a
 * wrong one is answered 401). Without credit messages are refused with status 9.
 */
record Balance(URI address) {

    /** A check may take 10 s. */
    private static final Duration LIMIT = Duration.ofSeconds(8);

    /** Empty without the API secret: the request cannot be signed. */
    static Optional<Balance> of(Settings settings) {
        return settings.find("apiSecret")
                .map(secret -> new TreeMap<>(Map.of("api_key", settings.get("apiKey"), "api_secret", secret)))
                .map(parameters -> new Balance(URI.create(
                        AccountSettings.address(settings, "/account/get-balance") + "?" + SendSms.form(parameters))));
    }

    HttpRequest request() {
        return HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .build();
    }

    static CheckResult read(RestClient.Answer answer) {
        if (answer.status() == 401 || answer.status() == 403) {
            return CheckResult.fails("Vonage refuses the API key or the API secret.");
        }
        var value = Json.read(answer.text())
                .flatMap(body -> Json.find(body, "value"))
                .filter(text -> text.matches("-?[0-9]{1,12}(\\.[0-9]{1,12})?"));
        if (answer.status() != 200 || value.isEmpty()) {
            return CheckResult.fails("Vonage does not tell the balance; its answer was " + answer.status() + ".");
        }
        return new BigDecimal(value.get()).signum() > 0
                ? CheckResult.works("Vonage knows the account; its balance is " + value.get() + ".")
                : CheckResult.fails("The account has no credit; its balance is " + value.get() + ".");
    }

    /** Nothing of the address, which holds the secret. */
    @Override
    public String toString() {
        return "Balance";
    }
}
