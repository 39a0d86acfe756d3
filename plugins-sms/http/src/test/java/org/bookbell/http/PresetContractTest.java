package org.bookbell.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.FakeAnswer;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A preset, whose calls of the web hook nobody signs. */
class PresetContractTest extends SmsProviderContract {

    private static final FakeHttpProvider GATEWAY = FakeHttpProvider.start();

    @BeforeAll
    static void answer() {
        GATEWAY.answering(request -> FakeAnswer.json(202, "{\"message_uuid\":[\"" + UUID.randomUUID() + "\"]}"));
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
    }

    @Override
    protected SmsProvider provider() {
        return new HttpProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "preset", "plivo",
                "address", GATEWAY.address("/v1/Account/{username}/Message/"),
                "checkAddress", GATEWAY.address("/v1/Account/{username}/"),
                "username", "MA0000000000",
                "secret", "a-token-of-no-value",
                "accountSender", "+12125550199");
    }

    @Override
    protected List<HookRequest> hookCalls() {
        return List.of(
                Calls.form("MessageUUID=m1&Status=delivered&To=12125550123"),
                Calls.form("MessageUUID=m2&Status=undelivered&ErrorCode=80"),
                Calls.form("MessageUUID=r1&From=12125550123&To=12125550199&Text=C&Type=sms"));
    }
}
