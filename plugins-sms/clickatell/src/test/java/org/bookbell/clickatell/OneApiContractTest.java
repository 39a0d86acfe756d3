package org.bookbell.clickatell;

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

class OneApiContractTest extends SmsProviderContract {

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
        return Accounts.settings("one", clickatell.address(""), Map.of("replies", "true", "sender", "12125550199"));
    }

    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        return FakeClickatell.treat(
                clickatell,
                treatment,
                FakeAnswer.json(202, "{\"messages\":[{\"accepted\":false,\"error\":{\"code\":25}}]}"));
    }

    @Override
    protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
        var id = accepted.providerMessageId().orElseThrow();
        return List.of(
                Accounts.json(
                        "{\"event\":{\"messageStatusUpdate\":[{\"messageId\":\"" + id + "\",\"statusCode\":3}]}}"),
                Accounts.json(
                        "{\"event\":{\"messageStatusUpdate\":[{\"messageId\":\"" + id + "\",\"statusCode\":5}]}}"));
    }

    @Override
    protected List<HookRequest> hookCalls() {
        return List.of(
                Accounts.get(""),
                Accounts.json("{\"integrationId\":\"fa\",\"event\":{\"messageStatusUpdate\":[{\"channel\":\"sms\","
                        + "\"messageId\":\"77fb\",\"statusCode\":5,\"timestamp\":1506607698000}]}}"),
                Accounts.json("{\"event\":{\"moText\":[{\"channel\":\"sms\",\"messageId\":\"3a\","
                        + "\"from\":\"12125550123\",\"to\":\"12125550199\",\"content\":\"C\"}]}}"),
                Accounts.json("{\"event\":{\"somethingNew\":[{}]}}"));
    }
}
