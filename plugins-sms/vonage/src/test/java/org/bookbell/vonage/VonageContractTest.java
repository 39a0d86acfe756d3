package org.bookbell.vonage;

import java.util.List;
import java.util.Map;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.junit.jupiter.api.AfterEach;

class VonageContractTest extends SmsProviderContract {

    private final FakeHttpProvider vonage = FakeVonage.start();

    @AfterEach
    void stop() {
        vonage.close();
    }

    @Override
    protected SmsProvider provider() {
        return new VonageProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Accounts.settings(vonage.address(""), Map.of("replies", "true"));
    }

    @Override
    protected List<HookRequest> hookCalls() {
        return List.of(
                Accounts.get(""),
                Accounts.get("msisdn=12125550123&to=Practice&messageId=0B01&status=delivered&err-code=0"),
                Accounts.form("msisdn=12125550123&messageId=0B01&status=failed&err-code=6&client-ref=0000000000001"),
                Accounts.json("{\"messageId\":\"0B01\",\"status\":\"buffered\",\"price\":0.03,\"err-code\":\"0\"}"),
                Accounts.json("{\"messageId\":\"0B01\",\"status\":\"a-new-one\"}"),
                Accounts.get("msisdn=12125550123&to=12125550199&messageId=0C01&text=C&type=text"),
                Accounts.get("msisdn=12125550123&to=12125550199&messageId=0C02&text=A+long&type=text"
                        + "&concat=true&concat-ref=7&concat-total=2&concat-part=1"),
                Accounts.get("msisdn=12125550123&to=12125550199&messageId=0C03&type=binary&data=00"));
    }
}
