package org.bookbell.kannel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bookbell.spi.gateway.HookRequest;
import org.bookbell.spi.gateway.SmsProvider;
import org.bookbell.spi.gateway.SubmitResult.Accepted;
import org.bookbell.spi.testkit.SmsProviderContract;
import org.bookbell.spi.testkit.Treatment;
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

    @Override
    protected Optional<Map<String, String>> treat(Treatment treatment) {
        switch (treatment) {
            case REFUSED_FOR_GOOD -> smsbox.answer(400, "Empty receiver number not allowed, rejected");
            case REFUSED_FOR_NOW -> smsbox.answer(503, "Temporal failure, try again later.");
            case NOT_ANSWERED -> smsbox.keepSilent();
        }
        return Optional.of(treatment == Treatment.NOT_ANSWERED ? Map.of("timeoutSeconds", "1") : Map.of());
    }

    @Override
    protected Optional<Duration> toldValidity() {
        return Optional.of(Duration.ofMinutes(Long.parseLong(last().parameter("Validity"))));
    }

    /** Taken by the SMS center, then delivered, at the address that the message brought along. */
    @Override
    protected List<HookRequest> receiptCalls(String attemptId, Accepted accepted) {
        var address = last().parameter("DLR-URL")
                .replace("%i", "UP1")
                .replace("%F", "77")
                .replace("%T", "1795348800")
                .replace("%A", "");
        var query = address.substring(address.indexOf('?') + 1);
        return List.of(call(query.replace("%d", "8")), call(query.replace("%d", "1")));
    }

    private FakeSmsbox.Request last() {
        var all = smsbox.requests();
        return all.get(all.size() - 1);
    }

    private static HookRequest call(String query) {
        return new HookRequest("GET", "/hooks/sms/contract", query, Map.of(), new byte[0], HOOK + "?" + query);
    }
}
