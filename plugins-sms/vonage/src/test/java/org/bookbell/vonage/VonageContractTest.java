package org.bookbell.vonage;

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
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        vonage.answering(
                switch (treatment) {
                    case REFUSED_FOR_GOOD -> FakeVonage.parts("7");
                    case REFUSED_FOR_NOW -> FakeVonage.parts("1");
                    case NOT_ANSWERED -> FakeAnswer.hang();
                });
        return Optional.of(treatment == Treatment.NOT_ANSWERED ? Map.of("timeoutSeconds", "1") : Map.of());
    }

    @Override
    protected Optional<Duration> toldValidity() {
        var all = vonage.requests();
        var ttl = all.get(all.size() - 1).formParameters().get("ttl").get(0);
        return Optional.of(Duration.ofMillis(Long.parseLong(ttl)));
    }

    @Override
    protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
        var id = "msisdn=12125550123&messageId=" + accepted.providerMessageId().orElseThrow();
        return List.of(
                Accounts.form(id + "&status=buffered&err-code=0&client-ref=" + attemptId),
                Accounts.form(id + "&status=delivered&err-code=0&client-ref=" + attemptId));
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
