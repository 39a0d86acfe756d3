package org.bookbell.kannel;

import java.util.List;
import java.util.Map;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.junit.jupiter.api.AfterEach;

class KannelContractTest extends SmsProviderContract {

    private final FakeSmsbox smsbox = new FakeSmsbox();

    @AfterEach
    void stop() {
        smsbox.close();
    }

    @Override
    protected SmsProvider provider() {
        return new KannelProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Accounts.settings(
                smsbox.address(),
                Map.of(
                        "replies",
                        "true",
                        "statusAddress",
                        smsbox.statusAddress(),
                        "statusPassword",
                        FakeSmsbox.STATUS_PASSWORD));
    }

    @Override
    protected List<HookRequest> hookCalls() {
        return List.of(
                call("kind=receipt&id=0000000000001&type=1&smsc=UP1&fid=77&at=1795348800&answer="),
                call(
                        "kind=receipt&id=0000000000001&type=16&smsc=UP1&fid=&at=1795348800&answer=NACK%2F0x0000000b%2FInvalid"),
                call("kind=reply&id=6a1f&from=%2B12125550123&to=Practice&text=C&charset=UTF-8&at=1795348800"),
                call("kind=news"));
    }

    private static HookRequest call(String query) {
        return new HookRequest("GET", "/hooks/sms/contract", query, Map.of(), new byte[0], HOOK + "?" + query);
    }
}
