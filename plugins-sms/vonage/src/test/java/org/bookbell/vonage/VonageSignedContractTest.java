package org.bookbell.vonage;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bookbell.http.wire.Form;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.testkit.FakeHttpProvider;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.vonage.wire.Signature;
import org.bookbell.vonage.wire.SignatureMethod;
import org.junit.jupiter.api.AfterEach;

class VonageSignedContractTest extends SmsProviderContract {

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
        return Map.of(
                "address", vonage.address(""),
                "apiKey", FakeVonage.KEY,
                "sender", "Practice",
                "authentication", "signature",
                "signatureSecret", Accounts.SIGNATURE_SECRET,
                "signatureMethod", "sha256",
                "signedHook", "true");
    }

    @Override
    protected List<HookRequest> hookCalls() {
        return List.of(
                Accounts.get(signed(Map.of("messageId", "0B01", "status", "delivered", "err-code", "0"))),
                Accounts.form(signed(Map.of("messageId", "0B01", "status", "rejected", "err-code", "9"))),
                Accounts.form(signed(Map.of("msisdn", "12125550123", "messageId", "0C01", "text", "C & D = E"))));
    }

    private static String signed(Map<String, String> parameters) {
        var all = new TreeMap<>(parameters);
        new Signature(SignatureMethod.SHA256, Accounts.SIGNATURE_SECRET, Clock.fixed(NOW, ZoneOffset.UTC)).sign(all);
        return Form.query(all);
    }
}
