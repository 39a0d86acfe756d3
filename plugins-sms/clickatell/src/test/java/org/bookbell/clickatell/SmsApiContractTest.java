package org.bookbell.clickatell;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.http.rule.Json;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.spi.testkit.Treatment;
import org.junit.jupiter.api.AfterEach;

class SmsApiContractTest extends SmsProviderContract {

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
        return Accounts.settings("sms", clickatell.address(""), Map.of("replies", "true", "sender", "12125550199"));
    }

    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        return FakeClickatell.treat(
                clickatell, treatment, FakeAnswer.json(202, "{\"messages\":[{\"accepted\":false,\"errorCode\":105}]}"));
    }

    @Override
    protected Optional<Duration> toldValidity() {
        var json = Json.readObject(FakeClickatell.last(clickatell).text()).orElseThrow();
        return Json.find(json, "validityPeriod").map(Long::parseLong).map(Duration::ofMinutes);
    }

    @Override
    protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
        var id = accepted.providerMessageId().orElseThrow();
        return List.of(
                Accounts.json(
                        "{\"messageId\":\"" + id + "\",\"clientMessageId\":\"" + attemptId + "\",\"statusCode\":3}"),
                Accounts.json(
                        "{\"messageId\":\"" + id + "\",\"clientMessageId\":\"" + attemptId + "\",\"statusCode\":4}"));
    }

    @Override
    protected List<HookRequest> hookCalls() {
        return List.of(
                Accounts.get(""),
                Accounts.json("{\"messageId\":\"77fb\",\"clientMessageId\":\"0000000000001\",\"statusCode\":4,"
                        + "\"status\":\"RECEIVED_BY_RECIPIENT\"}"),
                Accounts.get("messageId=77fb&statusCode=7&status=ERROR_DELIVERING"),
                Accounts.json("{\"messageId\":\"77fb\",\"replyMessageId\":\"88\",\"fromNumber\":\"12125550123\","
                        + "\"toNumber\":\"12125550199\",\"text\":\"C\"}"));
    }
}
