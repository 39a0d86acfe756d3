package org.bookbell.clickatell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.spi.testkit.Treatment;
import org.junit.jupiter.api.AfterEach;

class HttpApiContractTest extends SmsProviderContract {

    private final FakeHttpProvider clickatell = FakeClickatell.start();

    @AfterEach
    void stop() {
        clickatell.close();
    }

    @Override
    protected SmsProvider provider() {
        return new ClickatellProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Accounts.settings("http", clickatell.address(""), Map.of("replies", "true", "sender", "12125550199"));
    }

    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        return FakeClickatell.treat(
                clickatell, treatment, FakeAnswer.text(200, "ERR: 105, Invalid Destination Address"));
    }

    @Override
    protected Optional<Duration> toldValidity() {
        var minutes =
                FakeClickatell.last(clickatell).formParameters().get("validity").get(0);
        return Optional.of(Duration.ofMinutes(Long.parseLong(minutes)));
    }

    @Override
    protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
        var id = accepted.providerMessageId().orElseThrow();
        return List.of(
                Accounts.form("apiMsgId=" + id + "&cliMsgId=" + attemptId + "&status=003"),
                Accounts.form("apiMsgId=" + id + "&cliMsgId=" + attemptId + "&status=004"));
    }

    @Override
    protected List<HookRequest> hookCalls() {
        return List.of(
                Accounts.get(""),
                Accounts.get("api_id=3442105&apiMsgId=996f&cliMsgId=0000000000001&to=12125550123&timestamp=1795348800"
                        + "&from=12125550199&status=004&charge=0.8"),
                Accounts.form("apiMsgId=996f&status=009"),
                Accounts.get("api_id=3442105&moMsgId=d2b6&from=12125550123&to=12125550199&text=C"
                        + "&timestamp=2026-11-22+14%3A00%3A00&charset=ISO-8859-1&udh="));
    }
}
