package org.bookbell.clickatell;

import java.util.List;
import java.util.Map;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
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
